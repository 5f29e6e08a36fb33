/**
 * How an environment is described: its spec, the questions that lead to one,
 * what each kind of Elsa image can do, and the values of the chart.
 *
 * @packageDocumentation
 */

export * from './environment';
export * from './profiles';
export * from './creation';
export * from './values';
