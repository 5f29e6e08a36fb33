import type { HostProfile } from '../../profiles';
import type { ParsedEnvironmentSpec } from '../schema';
import { serverPods } from '../server/serverPods';

/** Connections that administrators, backups and migrations need for themselves. @public */
export const RESERVED_CONNECTIONS = 20;

/** Storage, locks and timers do not share a pool. @public */
export const POOLS_PER_POD = 2;

/** Above this a .NET process gains nothing. */
const LARGEST_POOL = 100;

/**
 * How many connections each pool may hold, so that all server pods together,
 * the extra one of a rolling update included, fit into the database. The same
 * arithmetic as the chart's `elsa.data.pools`, which is what really applies.
 *
 * @public
 */
export function connectionPools(
  spec: Pick<ParsedEnvironmentSpec, 'server' | 'database' | 'pgbouncer'>,
  profile: HostProfile,
) {
  const pods = Math.max(1, serverPods(spec, profile).maximum);
  const { database, pgbouncer } = spec;
  const directPools = profile.server.environment.directConnectionString ? 1 : 0;
  const mainPools = POOLS_PER_POD - directPools;
  const budget = database.maxConnections - RESERVED_CONNECTIONS;
  if (!pgbouncer.enabled) {
    const fair = Math.min(
      LARGEST_POOL,
      Math.floor(budget / (pods * POOLS_PER_POD)),
    );
    const mainSize = database.maxPoolSize ?? fair;
    return {
      pods,
      budget,
      mainSize,
      directSize: directPools ? fair : undefined,
      used: pods * (mainPools * mainSize + directPools * fair),
    };
  }
  // One more while PgBouncer itself rolls.
  const bouncers = pgbouncer.replicas + 1;
  const directSize = directPools
    ? Math.min(LARGEST_POOL, Math.floor(budget / 4 / pods))
    : 0;
  const rest = budget - directSize * pods;
  const bouncerSize = pgbouncer.poolSize ?? Math.floor(rest / bouncers);
  const clients =
    pgbouncer.poolMode === 'transaction'
      ? pgbouncer.maxClientConnections
      : bouncerSize;
  return {
    pods,
    budget,
    mainSize:
      database.maxPoolSize ??
      Math.min(
        LARGEST_POOL,
        Math.floor((clients * pgbouncer.replicas) / (pods * mainPools)),
      ),
    directSize: directPools ? directSize : undefined,
    used: bouncers * bouncerSize + pods * directSize,
  };
}
