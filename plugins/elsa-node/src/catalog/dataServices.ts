import type { DataServiceSuffix } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Spec } from '../files/types';

/** Also the suffixes of the databases' entities. */
export const PROVIDER_TITLES = {
  postgresql: 'PostgreSQL',
  sqlserver: 'SQL Server',
  mysql: 'MySQL',
  sqlite: 'SQLite',
};

/** Data services of the environment: suffix of the name, type and what it is. */
export function dataServices(
  spec: Spec,
): Array<{ suffix: DataServiceSuffix; type: string; title: string }> {
  const { database, pgbouncer, redis, rabbitmq } = spec;
  const where = (mode: string) =>
    ({
      embedded: 'in the namespace',
      external: 'outside of the environment',
      cloudnativepg: 'by CloudNativePG',
      operator: 'by the RabbitMQ operator',
    })[mode] ?? mode;
  return [
    {
      suffix: database.provider,
      type: 'database',
      title: `${PROVIDER_TITLES[database.provider]} ${where(database.mode)}`,
    },
    ...(pgbouncer.enabled
      ? [
          {
            suffix: 'pgbouncer' as const,
            type: 'connection-pool',
            title: 'PgBouncer in front of the database',
          },
        ]
      : []),
    ...(redis.enabled
      ? [
          {
            suffix: 'redis' as const,
            type: 'lock-store',
            title: `${redis.engine === 'valkey' ? 'Valkey' : 'Redis'} ${where(
              redis.mode,
            )}, for locks`,
          },
        ]
      : []),
    ...(rabbitmq.enabled
      ? [
          {
            suffix: 'rabbitmq' as const,
            type: 'message-broker',
            title: `RabbitMQ ${where(rabbitmq.mode)}, for cache invalidation`,
          },
        ]
      : []),
  ];
}
