import { persistence } from '../storage/persistence';
import type { Environment } from '../Environment';
import type { Values } from '../Values';

export function redisValues({
  spec: { redis },
  profiles,
}: Environment): Values {
  if (!redis.enabled) return { enabled: false };
  if (!profiles.redis.isOwn && redis.external) {
    return {
      enabled: true,
      mode: 'external',
      external: {
        host: redis.external.host,
        port: redis.external.port ?? 0,
        tls: redis.external.tls,
      },
    };
  }
  return {
    enabled: true,
    mode: redis.mode,
    engine: redis.engine,
    persistence: persistence(redis.storage),
    resources: redis.resources,
  };
}
