import type { Rule, Sections } from '../sections/Rule';

type NamedSections =
  'metadata' | 'host' | 'database' | 'redis' | 'rabbitmq' | 'backup';

interface DerivedName {
  /** What is appended to the environment's name. */
  suffix: string;
  /** Longest name that still leaves room for what Kubernetes or an operator appends. */
  limit: number;
  what: string;
  isUsed: (spec: Sections<NamedSections>) => boolean;
}

const always = () => true;

const embedded = (spec: Sections<'database'>) =>
  spec.database.mode === 'embedded' && spec.database.provider !== 'sqlite';

/**
 * Names that are made from the environment's. Limits: 63 for Services and
 * labels; 49 for StatefulSets, whose pods carry `<name>-<10 characters>` as a
 * label and whose headless Service is called `<name>-hl`; 52 for CronJobs,
 * whose Jobs get 11 characters more. The chart would shorten longer names with
 * a hash, and nobody would find the objects by the environment's name.
 */
const DERIVED_NAMES: DerivedName[] = [
  { suffix: '', limit: 53, what: 'a Helm release', isUsed: always },
  { suffix: '-server', limit: 63, what: 'the Service', isUsed: always },
  {
    suffix: '-postgresql',
    limit: 49,
    what: 'the StatefulSet',
    isUsed: spec => embedded(spec) && spec.database.provider === 'postgresql',
  },
  {
    suffix: '-postgresql',
    limit: 49,
    what: 'the CloudNativePG cluster',
    isUsed: spec => spec.database.mode === 'cloudnativepg',
  },
  {
    suffix: '-sqlserver',
    limit: 49,
    what: 'the StatefulSet',
    isUsed: spec => embedded(spec) && spec.database.provider === 'sqlserver',
  },
  {
    suffix: '-mysql',
    limit: 49,
    what: 'the StatefulSet',
    isUsed: spec => embedded(spec) && spec.database.provider === 'mysql',
  },
  {
    suffix: '-redis',
    limit: 49,
    what: 'the StatefulSet',
    isUsed: spec => spec.redis.enabled && spec.redis.mode === 'embedded',
  },
  {
    suffix: '-rabbitmq',
    limit: 49,
    what: 'the StatefulSet',
    isUsed: spec => spec.rabbitmq.enabled && spec.rabbitmq.mode === 'embedded',
  },
  {
    suffix: '-rabbitmq-server',
    limit: 52,
    what: "the RabbitMQ operator's StatefulSet",
    isUsed: spec => spec.rabbitmq.enabled && spec.rabbitmq.mode === 'operator',
  },
  {
    suffix: '-migration',
    limit: 52,
    what: 'the Job',
    isUsed: spec => spec.host.migrationArguments !== undefined,
  },
  {
    suffix: '-backup',
    limit: 52,
    what: 'the CronJob',
    isUsed: spec => spec.backup.enabled && spec.backup.method === 'dump',
  },
];

export const nameLeavesRoom: Rule<NamedSections> = spec => {
  const { name } = spec.metadata;
  const tooLong = DERIVED_NAMES.filter(
    ({ suffix, limit, isUsed }) =>
      isUsed(spec) && name.length + suffix.length > limit,
  ).sort((a, b) => a.limit - a.suffix.length - (b.limit - b.suffix.length));
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
