import type { Rule } from '../sections/Rule';
import { serverPods } from '../sections/server/serverPods';

/** A clustered host without shared locks runs a workflow twice. */
export const clusteredHostsShareLocks: Rule<'server' | 'database'> = (
  spec,
  { host: profile },
) => [
  profile.isClustered &&
    serverPods(spec, profile).minimum > 1 &&
    spec.server.locks === undefined && {
      path: 'server.locks',
      message: `No lock provider of host profile ${profile.id} fits a ${spec.database.provider} database.`,
      remedy: 'Set redis.enabled: true and server.locks: redis.',
    },
];
