import type { Environment } from '../Environment';
import type { Values } from '../Values';

export function pgbouncerValues({ spec: { pgbouncer } }: Environment): Values {
  return {
    enabled: pgbouncer.enabled,
    ...(pgbouncer.enabled && {
      poolMode: pgbouncer.poolMode,
      replicas: pgbouncer.replicas,
      poolSize: pgbouncer.poolSize ?? 0,
      maxClientConnections: pgbouncer.maxClientConnections,
      resources: pgbouncer.resources,
    }),
  };
}
