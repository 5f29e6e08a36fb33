import type { NamedObject, Profiles } from '../profiles';
import type { Rule, Sections } from '../sections/Rule';

type NamedSections = 'metadata' | 'host' | 'redis' | 'rabbitmq' | 'backup';

/**
 * Objects that are named after the environment. Limits: 63 for Services and
 * labels; 52 for CronJobs, whose Jobs get 11 characters more; those of data
 * services are in their profiles. The chart would shorten longer names with a
 * hash, and nobody would find the objects by the environment's name.
 */
const namedObjects = (
  { host, redis, rabbitmq, backup }: Sections<NamedSections>,
  profiles: Profiles,
): NamedObject[] =>
  [
    { suffix: '', limit: 53, what: 'a Helm release' },
    { suffix: '-server', limit: 63, what: 'the Service' },
    profiles.database.object,
    redis.enabled && profiles.redis.object,
    rabbitmq.enabled && profiles.rabbitmq.object,
    host.migrationArguments !== undefined && {
      suffix: '-migration',
      limit: 52,
      what: 'the Job',
    },
    backup.enabled &&
      backup.method === 'dump' && {
        suffix: '-backup',
        limit: 52,
        what: 'the CronJob',
      },
  ].filter(item => item !== undefined && item !== false);

export const nameLeavesRoom: Rule<NamedSections> = (spec, profiles) => {
  const { name } = spec.metadata;
  const tooLong = namedObjects(spec, profiles)
    .filter(({ suffix, limit }) => name.length + suffix.length > limit)
    .sort((a, b) => a.limit - a.suffix.length - (b.limit - b.suffix.length));
  const [worst] = tooLong;
  if (!worst) return [];
  const budget = worst.limit - worst.suffix.length;
  return [
    {
      path: 'metadata.name',
      value: name,
      message: `With a name of ${name.length} characters, ${worst.what} ${name}${worst.suffix} would exceed its limit of ${worst.limit} characters.`,
      remedy: `Use at most ${budget} characters.`,
    },
  ];
};
