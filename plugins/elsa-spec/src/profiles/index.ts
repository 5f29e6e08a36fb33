export {
  BACKUP_METHODS,
  DATABASE_MODES,
  DATABASE_PROVIDERS,
  DATABASE_TLS_MODES,
  databaseEngines,
  databaseModes,
  type DatabaseProfile,
  type DatabaseProvider,
  type DatabaseRelease,
  operatorsThat,
  runsBy,
} from './database';
export * from './exposure';
export * from './host';
export { type Profiles, profilesOf } from './profilesOf';
export { RABBITMQ_MODES, rabbitmqProfiles } from './rabbitmq';
export { REDIS_MODES, REDIS_PORT, redisProfiles } from './redis';
export type {
  ClusterNeed,
  NamedObject,
  ServiceProfile,
} from './ServiceProfile';
