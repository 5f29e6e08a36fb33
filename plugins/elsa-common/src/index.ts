/**
 * What all Elsa packages share about environments that run: health, SLO
 * arithmetic, metric profiles, the runbook, status types, permissions and API
 * client. How an environment is described is in the package elsa-spec.
 *
 * @packageDocumentation
 */

export * from './constants';
export { isClusterName } from './isClusterName';
export { fieldsOf, isRecord } from './isRecord';
export type { KubernetesObject } from './KubernetesObject';
export { parseQuantity } from './parseQuantity';
export { specPath } from './specPath';
export * from './permissions';
export * from './contract';
export * from './status';
export * from './api';
export * from './metrics';
export * from './credentials';
export * from './secrets';
export * from './health';
export * from './runbook';
export * from './slo';
export * from './thresholds';
