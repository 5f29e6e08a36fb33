import { checkEnvironmentSpec } from '../environment/resolve';
import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

const external = {
  database: { mode: 'external', external: { host: 'db.example.com' } },
};

/** What is made in a cluster, with the longest name that Kubernetes leaves it. */
const derived: Array<[what: string, longest: string, spec: object]> = [
  // A label with the name of a pod's StatefulSet and 11 characters has 63.
  ['postgresql', '-postgresql'.padStart(49, 'a'), {}],
  [
    'redis',
    '-redis'.padStart(49, 'a'),
    { ...external, redis: { enabled: true } },
  ],
  [
    'rabbitmq',
    '-rabbitmq'.padStart(49, 'a'),
    { ...external, rabbitmq: { enabled: true } },
  ],
  [
    'rabbitmq of the operator',
    '-rabbitmq-server'.padStart(52, 'a'),
    { ...external, rabbitmq: { enabled: true, mode: 'operator' } },
  ],
  // Kubernetes refuses CronJobs of more than 52 characters.
  [
    'the dump',
    '-backup'.padStart(52, 'a'),
    { ...external, backup: { enabled: true, method: 'dump' } },
  ],
  // Helm refuses releases of more than 53 characters.
  ['the release', 'a'.repeat(53), external],
];

describe('nameLeavesRoom', () => {
  it.each<Refusal>([
    {
      title: 'a name that leaves no room for its objects',
      change: { metadata: { name: 'a'.repeat(45) } },
      path: 'metadata.name',
      value: 'a'.repeat(45),
      remedy: /at most 38 characters/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });

  it.each(derived)(
    'should take names that leave room for %s, and no longer ones',
    (_, longest, spec) => {
      const [own] = longest.split('-');
      const isRefused = (name: string) =>
        checkEnvironmentSpec({
          metadata: { name },
          owner: 'payments',
          preset: 'development',
          target: { cluster: 'eu' },
          exposure: { host: 'elsa.example.com' },
          backup: { enabled: false },
          redis: { enabled: false },
          rabbitmq: { enabled: false },
          ...spec,
        }).issues.some(({ path }) => path === 'metadata.name');
      expect([isRefused(own), isRefused(`${own}a`)]).toEqual([false, true]);
    },
  );
});
