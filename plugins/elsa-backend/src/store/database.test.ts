import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import { createTestDatabases } from '../__testUtils__/databases';
import type { ClusterPart, MetricsPart } from '../model';
import {
  applyRetention,
  createStores,
  IncidentStore,
  LeaseStore,
  migrate,
} from '.';

const AT = '2026-11-20T12:00:00.000Z';
const LATER = '2026-11-20T12:01:00.000Z';
const payments = catalogEnvironment({ name: 'payments-production' });
const orders = catalogEnvironment({ name: 'orders-staging' });

function clusterPart(
  status: ClusterPart['health']['status'],
  code = 'Test',
): ClusterPart {
  return {
    health: {
      status,
      isPartial: false,
      reasons: [
        {
          code,
          health: status,
          component: 'server',
          message: `${code} of a pod`,
          runbook: 'crash-loop',
        },
      ],
    },
    components: [],
    storage: [],
    certificates: [],
    backups: [],
  };
}

const logger = mockServices.logger.mock();
const { databases, ids } = createTestDatabases();

jest.setTimeout(60_000);

describe.each(ids.map(id => [id]))('database %s', (id: TestDatabaseId) => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    await migrate(knex);
  });

  /** Decides that every environment belongs to the entity that names it. */
  async function grantAll(): Promise<void> {
    await knex('elsa_environments').update({ claim_state: 'granted' });
  }

  it('should migrate up, down and up again', async () => {
    await knex.migrate.rollback(
      { directory: `${__dirname}/../../migrations` },
      true,
    );
    await expect(knex.schema.hasTable('elsa_environments')).resolves.toBe(
      false,
    );
    await migrate(knex);
    await expect(knex.schema.hasTable('elsa_environments')).resolves.toBe(true);
  });

  describe('EnvironmentStore', () => {
    it('should give readers only what was written since their last look', async () => {
      const { environments } = createStores(knex, logger);
      await environments.writeCatalog([payments, orders], { at: AT });
      await grantAll();
      const first = await environments.readChanges(0);
      expect(first.changed.map(({ entityRef }) => entityRef).sort()).toEqual([
        orders.entityRef,
        payments.entityRef,
      ]);
      await environments.writeCluster(
        new Map([[payments.entityRef, clusterPart('Degraded')]]),
        { at: AT, readAt: AT },
      );
      const second = await environments.readChanges(first.revision);
      expect(second.changed).toMatchObject([
        { entityRef: payments.entityRef, health: 'Degraded', healthSince: AT },
      ]);
      await environments.writeCatalog([payments], { at: LATER });
      await grantAll();
      const third = await environments.readChanges(second.revision);
      expect(third).toMatchObject({
        changed: [],
        deleted: [orders.entityRef],
      });
    });

    it.each([
      ['comes back', payments],
      ['moved to another cluster', { ...payments, cluster: 'production-us' }],
      ['moved to another namespace', { ...payments, namespace: 'elsewhere' }],
    ])(
      'should keep the change key of an environment that %s, and none of the figures that were read before',
      async (what, next) => {
        const { environments } = createStores(knex, logger);
        await environments.writeCatalog([payments], { at: AT });
        await grantAll();
        await environments.writeCluster(
          new Map([[payments.entityRef, clusterPart('Healthy')]]),
          { at: AT, readAt: AT, collectedAt: AT },
        );
        const before = await environments.read(payments.entityRef);
        if (what === 'comes back') {
          await environments.writeCatalog([], { at: LATER });
          await grantAll();
        }
        await environments.writeCatalog([next], { at: LATER });
        await grantAll();
        await expect(
          environments.read(payments.entityRef),
        ).resolves.toMatchObject({
          changeKey: before?.changeKey,
          health: 'Unknown',
          cluster: undefined,
          collectedAt: undefined,
        });
      },
    );

    it('should record a change of health once, with its worst reason', async () => {
      const { environments, transitions } = createStores(knex, logger);
      await environments.writeCatalog([payments], { at: AT });
      await grantAll();
      const write = (part: ClusterPart, at: string) =>
        environments.writeCluster(new Map([[payments.entityRef, part]]), {
          at,
          readAt: at,
        });
      await write(clusterPart('Healthy'), AT);
      const { healthChanges } = await write(
        clusterPart('Degraded', 'CrashLoopBackOff'),
        LATER,
      );
      expect(healthChanges).toMatchObject([
        { entityRef: payments.entityRef, from: 'Healthy', to: 'Degraded' },
      ]);
      const again = await write(
        clusterPart('Degraded', 'ImagePullBackOff'),
        LATER,
      );
      expect(again).toMatchObject({
        changeKeys: [expect.any(String)],
        healthChanges: [],
      });
      const page = await transitions.list(payments.entityRef, { limit: 1 });
      expect(page.items).toEqual([
        {
          at: LATER,
          from: 'Healthy',
          to: 'Degraded',
          isPartial: false,
          reason: {
            code: 'CrashLoopBackOff',
            message: 'CrashLoopBackOff of a pod',
          },
        },
      ]);
      await expect(
        transitions.list(payments.entityRef, {
          limit: 5,
          before: page.next,
        }),
      ).resolves.toEqual({
        items: [expect.objectContaining({ to: 'Healthy' })],
        next: undefined,
      });
    });

    it('should not let an older reading overwrite a refresh', async () => {
      const { environments } = createStores(knex, logger);
      await environments.writeCatalog([payments], { at: AT });
      await grantAll();
      await environments.writeCluster(
        new Map([[payments.entityRef, clusterPart('Degraded')]]),
        { at: LATER, readAt: LATER, collectedAt: LATER },
      );
      const { changeKeys } = await environments.writeCluster(
        new Map([[payments.entityRef, clusterPart('Healthy')]]),
        { at: LATER, readAt: AT },
      );
      expect(changeKeys).toEqual([]);
      await expect(
        environments.read(payments.entityRef),
      ).resolves.toMatchObject({ health: 'Degraded', collectedAt: LATER });
    });

    it('should not write figures that changed less than anyone is shown', async () => {
      const { environments } = createStores(knex, logger);
      await environments.writeCatalog([payments], { at: AT });
      await grantAll();
      const part = (usedBytes: number): MetricsPart => ({
        evaluatedAt: AT,
        sources: [],
        alerts: [],
        slos: [],
        volumes: { data: { usedBytes } },
      });
      const write = (usedBytes: number) =>
        environments.writeMetrics(
          new Map([[payments.entityRef, part(usedBytes)]]),
          {},
        );
      expect((await write(1_000_000)).changeKeys).toHaveLength(1);
      expect((await write(1_000_100)).changeKeys).toHaveLength(0);
      expect((await write(2_000_000)).changeKeys).toHaveLength(1);
    });

    it('should store what it was given, however hostile', async () => {
      const { environments, unregistered } = createStores(knex, logger);
      const hostile = catalogEnvironment({
        name: "x'); DROP TABLE elsa_environments; --",
        title: '<script>\u0001"\\ 😀',
        namespace: "' OR 1=1",
      });
      await environments.writeCatalog([hostile], { at: AT });
      await grantAll();
      await expect(environments.read(hostile.entityRef)).resolves.toMatchObject(
        { catalog: { title: '<script>\u0001"\\ 😀' } },
      );
      await unregistered.record(
        "c'",
        [{ name: hostile.name, namespace: "n'", health: 'Healthy' }],
        { at: AT },
      );
      await expect(unregistered.list()).resolves.toMatchObject([
        { name: hostile.name, cluster: "c'" },
      ]);
    });

    it.each(['{"health', 'null', '[]', '{"entityRef":1}', ''])(
      'should leave out a part that holds %j, log it, and have it written anew',
      async damage => {
        const error = jest.fn();
        const { environments } = createStores(knex, { error });
        await environments.writeCatalog([payments, orders], { at: AT });
        await grantAll();
        const parts = new Map([
          [payments.entityRef, clusterPart('Healthy')],
          [orders.entityRef, clusterPart('Healthy')],
        ]);
        await environments.writeCluster(parts, { at: AT, readAt: AT });
        await knex('elsa_environments')
          .where({ entity_ref: payments.entityRef })
          .update({ catalog_part: damage, cluster_part: damage });

        const { changed } = await environments.readChanges(0);
        expect(changed).toHaveLength(2);
        await expect(
          environments.read(payments.entityRef),
        ).resolves.toMatchObject({
          catalog: { name: payments.name, cluster: payments.cluster },
          cluster: undefined,
        });
        await expect(environments.listCatalog()).resolves.toHaveLength(2);
        expect(error).toHaveBeenCalledWith(
          expect.stringContaining(payments.entityRef),
        );

        await environments.writeCatalog([payments, orders], { at: LATER });
        await grantAll();
        await environments.writeCluster(parts, { at: LATER, readAt: LATER });
        await expect(
          environments.read(payments.entityRef),
        ).resolves.toMatchObject({
          catalog: payments,
          cluster: { health: { status: 'Healthy' } },
        });
      },
    );

    it('should write all environments but the one that the database refuses', async () => {
      const error = jest.fn();
      const { environments } = createStores(knex, { error });
      const bad = { ...orders, owner: null, entityRef: null } as never;
      await expect(
        environments.writeCatalog([bad, payments], { at: AT }),
      ).resolves.toMatchObject({ refused: [null] });
      await expect(environments.listCatalog()).resolves.toEqual([payments]);
      expect(error).toHaveBeenCalled();
    });

    it('should store what clusters and sources say, whatever it is', async () => {
      const { environments, sources, unregistered, transitions } = createStores(
        knex,
        logger,
      );
      const text = `\u0000\ud800${'x'.repeat(10_000)}`;
      await environments.writeCatalog([payments], { at: AT });
      await grantAll();
      await environments.writeCluster(
        new Map([[payments.entityRef, clusterPart('Degraded', text)]]),
        { at: AT, readAt: AT },
      );
      const { items } = await transitions.list(payments.entityRef, {
        limit: 1,
      });
      expect(items[0].reason?.code).toHaveLength(255);
      await unregistered.record(
        'production-eu',
        [{ name: 'a', namespace: 'a', clusterOwner: text, health: 'Healthy' }],
        { at: AT },
      );
      await expect(unregistered.list()).resolves.toHaveLength(1);
      await sources.record({
        kind: 'kubernetes',
        name: 'production-eu',
        state: 'server-error',
        message: text,
        at: AT,
      });
      await expect(sources.list()).resolves.toHaveLength(1);
    });

    it('should keep what accepts published credentials until a reading finds it gone', async () => {
      const { unregistered } = createStores(knex, logger);
      const seen = { name: 'a', namespace: 'a', health: 'Healthy' as const };
      const found = (image: string) => ({
        id: 'public-credentials-3.6',
        version: '3.6',
        image,
        pods: 1,
      });
      const readings = [
        [found('elsaworkflows/elsa-server-app:3.6.1')],
        [found(`\u0000\ud800"'${'x'.repeat(100_000)}`)],
        Array.from({ length: 1000 }, () => found('elsa-server-app:3.6.1')),
        undefined,
      ];
      const kept: unknown[] = [];
      for (const [index, securityFindings] of readings.entries()) {
        await unregistered.record('eu', [{ ...seen, securityFindings }], {
          at: `2026-11-20T12:00:0${index}.000Z`,
        });
        kept.push((await unregistered.list())[0].securityFindings);
      }
      expect(kept).toEqual([
        readings[0],
        [found(` \uFFFD"'${'x'.repeat(496)}`)],
        readings[2]?.slice(0, 20),
        undefined,
      ]);
    });

    it.each(['{"id', 'null', '{}', '[null, {"id":1}]', ''])(
      'should list an unregistered environment whose findings hold %j',
      async damage => {
        const { unregistered } = createStores(knex, logger);
        await unregistered.record(
          'eu',
          [{ name: 'a', namespace: 'a', health: 'Healthy' }],
          { at: AT },
        );
        await knex('elsa_unregistered').update({ security_findings: damage });
        const [listed] = await unregistered.list();
        expect(listed).toMatchObject({ name: 'a', health: 'Healthy' });
        expect(listed).not.toHaveProperty('securityFindings');
      },
    );

    it('should write two thousand environments at once', async () => {
      const { environments } = createStores(knex, logger);
      const many = Array.from({ length: 2000 }, (_, index) =>
        catalogEnvironment({ name: `environment-${index}` }),
      );
      await environments.writeCatalog(many, { at: AT });
      await grantAll();
      const { changeKeys } = await environments.writeCluster(
        new Map(
          many.map(({ entityRef }) => [entityRef, clusterPart('Healthy')]),
        ),
        { at: AT, readAt: AT },
      );
      expect(new Set(changeKeys).size).toBe(2000);
    });
  });

  describe('LeaseStore', () => {
    function stores() {
      const clock = { now: 1_000_000 };
      const create = (holder: string) =>
        new LeaseStore({ knex, holder, ttlMs: 10_000, now: () => clock.now });
      return { clock, a: create('a'), b: create('b') };
    }

    it('should be held by one of two who ask at the same moment', async () => {
      const { a, b } = stores();
      const taken = await Promise.all([
        a.acquire('collect'),
        b.acquire('collect'),
      ]);
      expect(taken.filter(Boolean)).toHaveLength(1);
    });

    it('should pass on when it is released or runs out, not before', async () => {
      const { clock, a, b } = stores();
      const first = await a.acquire('collect');
      clock.now += 9_000;
      await expect(b.acquire('collect')).resolves.toBeUndefined();
      await expect(a.renew(first!)).resolves.toBe(true);
      clock.now += 9_000;
      await expect(b.acquire('collect')).resolves.toBeUndefined();
      clock.now += 2_000;
      const second = await b.acquire('collect');
      expect(second).toMatchObject({ name: 'collect' });
      await expect(a.renew(first!)).resolves.toBe(false);
      await b.release(second!);
      await expect(a.acquire('collect')).resolves.toBeDefined();
    });

    it('should keep a former holder from writing', async () => {
      const { clock, a, b } = stores();
      const { environments, unregistered } = createStores(knex, logger);
      const lost = await a.acquire('collect');
      clock.now += 11_000;
      await b.acquire('collect');
      await expect(
        environments.writeCatalog([payments], { at: AT, lease: lost }),
      ).rejects.toThrow('Another backend has taken over');
      await expect(
        unregistered.record('c', [], { at: AT, lease: lost }),
      ).rejects.toThrow('Another backend has taken over');
      await expect(environments.listCatalog()).resolves.toEqual([]);
    });

    it('should tell one of several watchers that a holder is gone', async () => {
      const { clock, a, b } = stores();
      await a.acquire('collect');
      await expect(b.clearAbandoned('collect')).resolves.toBe(false);
      clock.now += 11_000;
      const told = await Promise.all([
        a.clearAbandoned('collect'),
        b.clearAbandoned('collect'),
      ]);
      expect(told.filter(Boolean)).toHaveLength(1);
      await expect(b.clearAbandoned('collect')).resolves.toBe(false);
    });
  });

  it('should let one backend refresh within the interval', async () => {
    const { refreshes } = createStores(knex, logger);
    const start = (nowMs: number) =>
      refreshes.tryStart(payments.entityRef, { nowMs, minIntervalMs: 10_000 });
    const started = await Promise.all([start(50_000), start(50_000)]);
    expect(started.filter(Boolean)).toHaveLength(1);
    await expect(start(59_000)).resolves.toBe(false);
    await expect(start(60_000)).resolves.toBe(true);
  });

  it('should forget unregistered environments that are gone, and only in that cluster', async () => {
    const { unregistered } = createStores(knex, logger);
    const seen = {
      name: 'legacy',
      namespace: 'old',
      health: 'Healthy',
    } as const;
    await unregistered.record('a', [seen], { at: AT });
    await unregistered.record('b', [seen], { at: AT });
    await unregistered.record('a', [seen], { at: LATER });
    await expect(unregistered.list()).resolves.toMatchObject([
      { cluster: 'a', firstSeenAt: AT, lastSeenAt: LATER },
      { cluster: 'b', firstSeenAt: AT, lastSeenAt: AT },
    ]);
    await unregistered.record('a', [], { at: '2026-11-20T12:02:00.000Z' });
    await expect(unregistered.list()).resolves.toMatchObject([
      { cluster: 'b' },
    ]);
  });

  it('should keep the time of the last success while a source fails', async () => {
    const { sources } = createStores(knex, logger);
    const base = { kind: 'kubernetes', name: 'eu' } as const;
    await sources.record({ ...base, state: 'ok', at: AT, dataAt: AT });
    await sources.record({
      ...base,
      state: 'timeout',
      message: 'late',
      at: LATER,
    });
    await expect(sources.list()).resolves.toEqual([
      {
        ...base,
        id: 'kubernetes:eu',
        state: 'timeout',
        message: 'late',
        remedy: undefined,
        lastSuccessAt: AT,
        lastDataAt: AT,
        lastAttemptAt: LATER,
      },
    ]);
  });

  it('should remember incidents, and none without the lease', async () => {
    const incidents = new IncidentStore(knex);
    const leases = new LeaseStore({ knex, holder: 'a', ttlMs: 10_000 });
    const lease = (await leases.acquire('collect'))!;
    const incident = {
      state: 'open' as const,
      level: 'degraded' as const,
      scope: 'elsa:1',
      changedAtMs: Date.parse(AT),
      openedAtMs: Date.parse(AT),
    };
    await incidents.write(payments.entityRef, 'health', incident, lease);
    const read = await incidents.readAll();
    expect(read.get(payments.entityRef)?.get('health')).toEqual(incident);
    await leases.release(lease);
    await incidents.write(payments.entityRef, 'health', undefined, lease);
    await expect(incidents.readAll()).resolves.toEqual(new Map());
    await leases.acquire('collect');
    await expect(
      incidents.write(payments.entityRef, 'health', incident, lease),
    ).rejects.toThrow('Another backend has taken over');
  });

  it('should delete what is older than configured', async () => {
    const stores = createStores(knex, logger);
    await stores.environments.writeCatalog([payments], { at: AT });
    await grantAll();
    await stores.environments.writeCluster(
      new Map([[payments.entityRef, clusterPart('Healthy')]]),
      { at: AT, readAt: AT },
    );
    await stores.environments.writeCluster(
      new Map([[payments.entityRef, clusterPart('Degraded')]]),
      { at: '2026-11-22T12:00:00.000Z', readAt: AT },
    );
    const DAY = 24 * 3600 * 1000;
    await applyRetention(
      stores,
      { transitionsMs: DAY, unregisteredMs: DAY },
      Date.parse('2026-11-22T12:00:00Z'),
    );
    const { items } = await stores.transitions.list(payments.entityRef, {
      limit: 10,
    });
    expect(items.map(({ to }) => to)).toEqual(['Degraded']);
  });

  it('should keep the longest pause of a source until it is over', async () => {
    const { pauses } = createStores(knex, logger);
    const source = 'kubernetes:production-eu';
    const longest = new Map([[source, 3_000_000_000_000]]);
    await expect(pauses.read([source])).resolves.toEqual(new Map());
    // More than fits in 32 bits.
    await pauses.extend(source, 2_000_000_000_000);
    await Promise.all([
      pauses.extend(source, 1_000_000_000_000),
      pauses.extend(source, 3_000_000_000_000),
    ]);
    await expect(pauses.read([source])).resolves.toEqual(longest);
    await pauses.purge(3_000_000_000_000);
    await expect(pauses.read([source])).resolves.toEqual(longest);
    await pauses.purge(3_000_000_000_001);
    await expect(pauses.read([source])).resolves.toEqual(new Map());
  });
});
