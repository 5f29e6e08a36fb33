export * from './data';
export * from './errors';
export { DEFAULT_DATABASE_VERSIONS } from '../sections/database/defaults';
export { SLO_INDICATORS } from '../sections/slos/schema';
export { CLOUDS, KUBERNETES_VERSIONS } from '../sections/target/schema';
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
  ELSA_ENVIRONMENT_API_VERSION,
  ELSA_ENVIRONMENT_KIND,
  environmentSpecSchema,
  PRESETS,
  SIZES,
  type EnvironmentSpec,
  type Preset,
  type Size,
} from './schema';
export { looksLikeSecret, looksLikeSecretValue } from './secrets';
export { credentialsOf } from '../cross/publicCredentials';
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
