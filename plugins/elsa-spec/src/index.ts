/**
 * How an environment is described: its spec, the questions that lead to one,
 * what each kind of Elsa image can do, and the values of the chart.
 *
 * @packageDocumentation
 */

export * from './creation';
export * from './data';
export { chartValues } from './environment/chartValues';
export { environmentSpecJsonSchema } from './environment/jsonSchema';
export { presets } from './environment/presets';
export {
  checkEnvironmentSpec,
  draftEnvironment,
  resolveEnvironment,
} from './environment/resolve';
export { sizes } from './environment/sizes';
export * from './issues/errors';
export {
  escapeInvisible,
  invisibleCharacters,
  replaceInvisible,
} from './issues/invisible';
export { looksLikeSecret, looksLikeSecretValue } from './issues/secrets';
export {
  isByteQuantity,
  isCidr,
  isCpuQuantity,
  isDnsLabel,
  isHostName,
} from './kubernetes';
export * from './profiles';
export {
  connectionPools,
  POOLS_PER_POD,
  RESERVED_CONNECTIONS,
} from './sections/database/connectionPools';
export { fileUrl, publicUrl } from './sections/delivery/links';
export { credentialsOf } from './sections/host/publicCredentials';
export type { Environment } from './sections/Environment';
export * from './sections/resolved';
export {
  ELSA_ENVIRONMENT_API_VERSION,
  ELSA_ENVIRONMENT_KIND,
  environmentSpecSchema,
  PRESETS,
  SIZES,
  type EnvironmentSpec,
  type Preset,
  type Size,
} from './sections/schema';
export {
  requiredSecretKeys,
  serverSecretVariables,
} from './sections/secrets/requiredSecrets';
export { serverPods } from './sections/server/serverPods';
export { SLO_INDICATORS } from './sections/slos/schema';
export { sloDescription, sloTitle } from './sections/slos/values';
export { CLOUDS, KUBERNETES_VERSIONS } from './sections/target/schema';
export type { Values } from './sections/Values';
export { WORKLOADS } from './sections/workloads';
