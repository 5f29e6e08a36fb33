/**
 * How an environment is described: its spec, the questions that lead to one,
 * and what each kind of Elsa image can do.
 *
 * @packageDocumentation
 */

export * from './environment';
export * from './profiles';
export * from './creation';
