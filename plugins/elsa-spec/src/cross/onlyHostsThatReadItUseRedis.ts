import type { Rule } from '../sections/Rule';

export const onlyHostsThatReadItUseRedis: Rule<'redis' | 'server'> = (
  spec,
  { host: profile },
) => [
  spec.redis.enabled &&
    !profile.server.environment.redis && {
      path: 'redis.enabled',
      value: true,
      message: `The images of host profile ${profile.id} cannot use Redis.`,
      remedy:
        'Disable redis, or use a host profile whose image reads a Redis connection string.',
    },
  spec.redis.enabled &&
    profile.server.environment.redis !== undefined &&
    spec.server.locks !== 'redis' && {
      path: 'redis.enabled',
      value: true,
      message: `Elsa uses Redis for locks only, and locks are set to ${
        spec.server.locks ?? 'none'
      }.`,
      remedy: 'Set server.locks: redis, or disable redis.',
    },
];
