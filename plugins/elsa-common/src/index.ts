/**
 * What all Elsa packages share: the names of annotations and labels, limits,
 * permissions and readers of unknown values. Everything else has an entry point
 * of its own, named after its folder: `api`, `contract`, `credentials`,
 * `health`, `metrics`, `runbook`, `secrets` and `slo`. How an environment is
 * described is in the package elsa-spec.
 *
 * @packageDocumentation
 */

export * from './constants';
export { isClusterName } from './isClusterName';
export { fieldsOf, isRecord } from './isRecord';
export { isRenewalOverdue, type RenewalTimes } from './isRenewalOverdue';
export type { KubernetesObject } from './KubernetesObject';
export { parseQuantity } from './parseQuantity';
export { specPath } from './specPath';
export * from './permissions';
export * from './thresholds';
