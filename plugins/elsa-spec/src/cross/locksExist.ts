import type { Rule } from '../sections/Rule';

export const locksExist: Rule<'server' | 'redis' | 'database'> = (
  spec,
  { host: profile, database },
) => {
  const { locks } = spec.server;
  const possible = Object.keys(profile.server.lockProviders);
  if (locks === undefined) return [];
  const path = 'server.locks';
  return [
    !possible.includes(locks) && {
      path,
      value: locks,
      message: `Host profile ${profile.id} cannot keep locks there.`,
      remedy:
        possible.length > 0
          ? `Use one of: ${possible.join(', ')}.`
          : 'Remove the field. This image keeps its locks in files.',
    },
    locks === 'redis' &&
      possible.includes(locks) &&
      !spec.redis.enabled && {
        path,
        value: locks,
        message: 'Redis locks need Redis.',
        remedy: 'Set redis.enabled: true, or use another lock provider.',
      },
    locks !== 'file' &&
      locks !== 'redis' &&
      possible.includes(locks) &&
      database.lockProvider !== locks && {
        path,
        value: locks,
        message: `Locks need a ${locks} database, and the provider is ${spec.database.provider}.`,
        remedy: 'Use a lock provider that matches the database, or redis.',
      },
  ];
};
