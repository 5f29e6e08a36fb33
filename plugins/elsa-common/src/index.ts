/**
 * What all Elsa packages share: environment spec, profiles, health, SLO
 * arithmetic, status types, permissions and API client.
 *
 * @packageDocumentation
 */

export * from './constants';
export { isClusterName } from './isClusterName';
export * from './permissions';
export * from './status';
export * from './api';
export * from './metrics';
export * from './environment';
export * from './profiles';
export * from './creation';
export * from './health';
export * from './runbook';
export * from './slo';
