import type { Rule } from '../sections/Rule';
import { connectionPools } from '../sections/database/connectionPools';

/** A server needs a few connections for requests, timers and locks at the same time. */
const SMALLEST_POOL = 3;

export const poolsFitTheDatabase: Rule<'pgbouncer' | 'database' | 'server'> = (
  spec,
  { host: profile, database },
) => {
  if (!database.isServer) return [];
  const { maxConnections } = spec.database;
  const pools = connectionPools(spec, profile);
  if (pools.used > pools.budget) {
    const path = spec.pgbouncer.enabled
      ? 'pgbouncer.poolSize'
      : 'database.maxPoolSize';
    return [
      {
        path,
        value: spec.pgbouncer.enabled
          ? spec.pgbouncer.poolSize
          : spec.database.maxPoolSize,
        message: `Up to ${pools.pods} server pods would open ${pools.used} connections, and ${pools.budget} of ${maxConnections} are free for them.`,
        remedy: `Leave ${path} out to have it computed, or raise database.maxConnections.`,
      },
    ];
  }
  return [
    Math.min(pools.mainSize, pools.directSize ?? pools.mainSize) <
      SMALLEST_POOL && {
      path: 'database.maxConnections',
      value: maxConnections,
      message: `Up to ${pools.pods} server pods share ${pools.budget} connections: fewer than ${SMALLEST_POOL} for each pool.`,
      remedy: 'Raise database.maxConnections, or run fewer replicas.',
    },
  ];
};
