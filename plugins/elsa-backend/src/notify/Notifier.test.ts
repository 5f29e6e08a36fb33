import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { IncidentStore, type Lease, LeaseStore, migrate } from '../store';
import { Notifier } from './Notifier';

const degraded: EnvironmentSummary = {
  entityRef: 'component:default/payments-production',
  name: 'payments-production',
  title: 'Payments',
  owner: 'group:default/payments',
  ownership: 'owned',
  cluster: 'production-eu',
  namespace: 'payments-elsa',
  health: 'Degraded',
  isPartial: false,
  reason: { code: 'CrashLoopBackOff', message: 'Pod server crashes.' },
  alerts: { readability: 'readable', firing: 0, pending: 0, silenced: 0 },
  isStale: false,
};
const healthy: EnvironmentSummary = {
  ...degraded,
  health: 'Healthy',
  reason: undefined,
};

jest.setTimeout(60_000);

describe('Notifier', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const send = jest.fn();
  const clock = { now: 0 };
  let incidents: IncidentStore;
  let lease: Lease;

  beforeEach(async () => {
    send.mockReset();
    clock.now = Date.parse('2026-11-20T12:00:00Z');
    const knex = await databases.init('SQLITE_3');
    await migrate(knex);
    incidents = new IncidentStore(knex);
    const leases = new LeaseStore({ knex, holder: 'a', ttlMs: 10_000 });
    lease = (await leases.acquire('collect'))!;
  });

  function createNotifier() {
    return new Notifier({
      config: { isEnabled: true, openAfterMs: 60_000, closeAfterMs: 60_000 },
      incidents,
      notifications: { send },
      logger: mockServices.logger.mock(),
      now: () => clock.now,
    });
  }

  async function observe(
    notifier: Notifier,
    summary: EnvironmentSummary,
    minutes: number,
  ) {
    for (let minute = 0; minute < minutes; minute++) {
      await notifier.observe([{ summary, slos: [] }], lease);
      clock.now += 60_000;
    }
  }

  it('should tell the owner once, link the tab, and close the same thread', async () => {
    const notifier = createNotifier();
    await observe(notifier, degraded, 5);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0][0]).toEqual({
      recipients: { type: 'entity', entityRef: 'group:default/payments' },
      payload: {
        title: 'Payments is Degraded',
        description: 'Pod server crashes.',
        link: '/catalog/default/component/payments-production/elsa',
        severity: 'critical',
        topic: 'elsa',
        scope: expect.stringMatching(/^elsa:/),
      },
    });
    await observe(notifier, healthy, 5);
    expect(send).toHaveBeenCalledTimes(2);
    expect(send.mock.calls[1][0].payload).toMatchObject({
      title: 'Payments has recovered',
      // Backstage would keep the old one.
      description: 'Every part that was read is healthy.',
      severity: 'normal',
      scope: send.mock.calls[0][0].payload.scope,
    });
  });

  it('should tell of a pod that crashes every 20 minutes once', async () => {
    const notifier = createNotifier();
    const between: EnvironmentSummary = {
      ...healthy,
      reason: { code: 'FrequentRestarts', message: 'Was restarted 72 times.' },
    };
    for (let crash = 0; crash < 5; crash++) {
      await observe(notifier, degraded, 3);
      await observe(notifier, between, 17);
    }
    expect(send).toHaveBeenCalledTimes(1);
    await observe(notifier, healthy, 3);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('should tell of what does not get any further', async () => {
    const stuck: EnvironmentSummary = {
      ...degraded,
      health: 'Progressing',
      healthSince: new Date(clock.now).toISOString(),
      reason: { code: 'ReplicasNotReady', message: 'Has 0 of 1 pods ready.' },
    };
    const notifier = createNotifier();
    await observe(notifier, stuck, 30);
    expect(send).not.toHaveBeenCalled();
    await observe(notifier, stuck, 30);
    expect(send).toHaveBeenCalledTimes(1);
    expect(send.mock.calls[0][0].payload).toMatchObject({
      title: 'Payments has been Progressing for too long',
      description: 'Has 0 of 1 pods ready.',
    });
  });

  it('should go on where another backend stopped', async () => {
    await observe(createNotifier(), degraded, 3);
    await observe(createNotifier(), degraded, 3);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('should begin a new thread for the next incident', async () => {
    const notifier = createNotifier();
    await observe(notifier, degraded, 3);
    await observe(notifier, healthy, 3);
    await observe(notifier, degraded, 3);
    const scopes = send.mock.calls.map(([{ payload }]) => payload.scope);
    expect(scopes[0]).toBe(scopes[1]);
    expect(scopes[2]).not.toBe(scopes[0]);
  });

  it('should tell nobody when the owner does not exist', async () => {
    await observe(
      createNotifier(),
      { ...degraded, ownership: 'owner-missing' },
      5,
    );
    expect(send).not.toHaveBeenCalled();
  });

  it('should go on when notifications cannot be sent', async () => {
    send.mockRejectedValue(new Error('404'));
    await observe(createNotifier(), degraded, 3);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('should forget incidents of environments that left the catalog', async () => {
    const notifier = createNotifier();
    await observe(notifier, degraded, 3);
    await notifier.observe([], lease);
    await expect(incidents.readAll()).resolves.toEqual(new Map());
  });
});
