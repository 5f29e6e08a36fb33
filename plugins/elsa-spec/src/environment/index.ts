export * from './data';
export * from './errors';
export { DEFAULT_DATABASE_VERSIONS } from './complete';
export { environmentSpecJsonSchema } from './jsonSchema';
export {
  isByteQuantity,
  isCidr,
  isCpuQuantity,
  isCronSchedule,
  isDnsLabel,
  isHostName,
} from './kubernetes';
export { presets } from './presets';
export {
  checkEnvironmentSpec,
  draftEnvironmentSpec,
  resolveEnvironmentSpec,
} from './resolve';
export * from './resolved';
export {
  CLOUDS,
  ELSA_ENVIRONMENT_API_VERSION,
  ELSA_ENVIRONMENT_KIND,
  environmentSpecSchema,
  EXPOSURE_KINDS,
  KUBERNETES_VERSIONS,
  PRESETS,
  SIZES,
  SLO_INDICATORS,
  type EnvironmentSpec,
  type Preset,
  type Size,
} from './schema';
export { looksLikeSecret, looksLikeSecretValue } from './secrets';
export { credentialsOf, limitsSources } from './rules/exposedCredentials';
export { requiredSecretKeys, serverSecretVariables } from './requiredSecrets';
export { serverPods } from './serverPods';
export {
  escapeInvisible,
  invisibleCharacters,
  replaceInvisible,
} from './strings';
export { sizes } from './sizes';
export {
  connectionPools,
  POOLS_PER_POD,
  RESERVED_CONNECTIONS,
} from './connectionPools';
