import { embedded, external, type ServiceProfile } from './ServiceProfile';

/** Who runs Redis or Valkey. @public */
export const REDIS_MODES = ['embedded', 'external'] as const;
type RedisMode = (typeof REDIS_MODES)[number];

/** Port of a server that states none. @public */
export const REDIS_PORT = 6379;

/** @public */
export const redisProfiles: Record<RedisMode, ServiceProfile> = {
  embedded: embedded('-redis', ['password']),
  external: external(['password']),
};
