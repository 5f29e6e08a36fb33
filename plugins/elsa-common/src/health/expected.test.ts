import { evaluateEnvironment } from './evaluateEnvironment';
import { ENVIRONMENT, now } from './fixtures/metadata';
import { autoscaler } from './fixtures/platform';
import { deployment, pod, replicaSet, statefulSet } from './fixtures/workloads';
import type { EnvironmentInput, UsedKinds } from './types';

const HOUR = 3_600_000;
const server = [deployment, replicaSet, pod];

const evaluate = (
  objects: unknown[],
  more: Partial<EnvironmentInput> = {},
  hours = 0,
) =>
  evaluateEnvironment({
    name: ENVIRONMENT,
    objects,
    now: now + hours * HOUR,
    ...more,
  });

const missedIn = (...args: Parameters<typeof evaluate>) =>
  evaluate(...args)
    .health.reasons.filter(({ code }) => code === 'Missing')
    .map(({ component, message }) => `${component}: ${message}`);

const GONE = [
  `database: The database of ${ENVIRONMENT} existed before and is gone.`,
];

describe('parts that should be there', () => {
  const before = evaluate([...server, statefulSet]).usedKinds;

  it('should miss what an earlier reading saw', () => {
    const { health, components } = evaluate(server, { previous: before });
    expect(health.status).toBe('Missing');
    expect(health.reasons[0]).toMatchObject({
      code: 'Missing',
      component: 'database',
      since: new Date(now).toISOString(),
    });
    expect(components).toContainEqual(
      expect.objectContaining({ name: 'database', health: 'Missing' }),
    );
  });

  it('should go on missing it, since the first time', () => {
    const first = evaluate(server, { previous: before }).usedKinds;
    const { health, usedKinds } = evaluate(server, { previous: first }, 5);
    expect(health.reasons[0]).toMatchObject({
      component: 'database',
      since: new Date(now).toISOString(),
    });
    expect(usedKinds).toEqual(first);
  });

  it('should find it again', () => {
    const first = evaluate(server, { previous: before }).usedKinds;
    const { health, usedKinds } = evaluate([...server, statefulSet], {
      previous: first,
    });
    expect(health.status).toBe('Healthy');
    expect(usedKinds).toEqual(before);
  });

  it('should forget what the catalog has given up', () => {
    const given: Array<[Partial<EnvironmentInput>, string[]]> = [
      [{ described: ['server'] }, []],
      [{ expectedComponents: ['redis'] }, []],
      [{ expectedComponents: ['database'] }, GONE],
      [{}, GONE],
    ];
    for (const [more, missed] of given) {
      expect(missedIn(server, { previous: before, ...more })).toEqual(missed);
    }
  });

  it('should forget within a day what no catalog tells', () => {
    const lost = evaluate(server, { previous: before }).usedKinds;
    const known = { expectedComponents: ['database' as const] };
    expect(missedIn(server, { previous: lost }, 24)).toEqual(GONE);
    expect(missedIn(server, { previous: lost }, 25)).toEqual([]);
    expect(missedIn(server, { previous: lost, ...known }, 25)).toEqual(GONE);
  });

  it('should miss what the catalog describes, seen or not', () => {
    expect(
      missedIn(server, { described: ['server', 'database', 'backup'] }),
    ).toEqual([
      `database: The database of ${ENVIRONMENT} is expected but does not exist.`,
      `backup: The backup of ${ENVIRONMENT} is expected but does not exist.`,
    ]);
    // It may live outside of the cluster.
    expect(missedIn(server, { expectedComponents: ['database'] })).toEqual([]);
  });

  it('should miss an autoscaler without blaming the server', () => {
    const previous = evaluate([...server, autoscaler]).usedKinds;
    const { components, health } = evaluate(server, { previous });
    expect(health).toMatchObject({ status: 'Missing', isPartial: true });
    expect(components.find(({ name }) => name === 'server')?.health).toBe(
      'Healthy',
    );
  });

  it.each([
    ['exposure', 'networking.k8s.io/Ingress'],
    ['exposure', 'gateway.networking.k8s.io/HTTPRoute'],
    ['backup', 'batch/CronJob'],
    ['backup', 'postgresql.cnpg.io/ScheduledBackup'],
    ['redis', 'apps/StatefulSet'],
    ['rabbitmq', 'rabbitmq.com/RabbitmqCluster'],
    ['pgbouncer', 'postgresql.cnpg.io/Pooler'],
    ['studio', 'apps/Deployment'],
    ['database', 'postgresql.cnpg.io/Cluster'],
  ] as const)('should miss the %s that was a %s', (part, kind) => {
    const previous: UsedKinds = {
      components: { server: ['apps/Deployment'], [part]: [kind] },
      neverRead: [],
    };
    expect(missedIn(server, { previous })).toEqual([
      `${part}: The ${part} of ${ENVIRONMENT} existed before and is gone.`,
    ]);
  });

  it('should not miss what may be there and was not read', () => {
    const unread = [
      {
        group: 'apps',
        kind: 'StatefulSet',
        state: 'forbidden' as const,
        decides: ['database' as const],
        mayHide: ['database' as const],
      },
    ];
    const { health, usedKinds } = evaluate(server, {
      previous: before,
      unread,
    });
    expect(health.reasons.map(({ code }) => code)).toEqual(['NotRead']);
    expect(usedKinds.lost).toBeUndefined();
  });
});
