import type { Spec, Values } from '../Values';

export function pgbouncerValues({ pgbouncer }: Spec): Values {
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
