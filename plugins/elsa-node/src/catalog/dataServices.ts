import type { DataServiceSuffix } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Environment } from '../files/types';

/** Data services of the environment: suffix of the name, type and what it is. */
export function dataServices({
  spec: { pgbouncer, redis, rabbitmq },
  profiles,
}: Environment): Array<{
  suffix: DataServiceSuffix;
  type: string;
  title: string;
}> {
  const { database } = profiles;
  return [
    {
      suffix: database.provider,
      type: 'database',
      title: `${database.title} ${database.where}`,
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
            title: `${redis.engine === 'valkey' ? 'Valkey' : 'Redis'} ${
              profiles.redis.where
            }, for locks`,
          },
        ]
      : []),
    ...(rabbitmq.enabled
      ? [
          {
            suffix: 'rabbitmq' as const,
            type: 'message-broker',
            title: `RabbitMQ ${profiles.rabbitmq.where}, for cache invalidation`,
          },
        ]
      : []),
  ];
}
