import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { catalogEnvironment } from '../../__testUtils__/catalogEnvironment';
import { createTestDatabases } from '../../__testUtils__/databases';
import { createStores, migrate, type Stores } from '../../store';
import type { CatalogEnvironment } from '../../model';
import { ClaimKeeper } from './ClaimKeeper';

const MINUTE = 60_000;
const START = Date.parse('2026-11-20T12:00:00Z');
const OWNER = 'group:default/payments';
const place = {
  cluster: 'production-eu',
  namespace: 'payments',
  owner: OWNER,
  location: 'url:https://git.example.com/payments/catalog-info.yaml',
};
const payments = {
  ...catalogEnvironment({ name: 'payments' }),
  ...place,
};
const copy = { ...payments, entityRef: 'component:copy/payments' };
const thief = {
  ...payments,
  entityRef: 'component:evil/payments',
  owner: 'group:default/evil',
};

const { databases, ids } = createTestDatabases();

jest.setTimeout(60_000);

describe.each(ids.map(id => [id]))(
  'ClaimKeeper on %s',
  (id: TestDatabaseId) => {
    const logger = mockServices.logger.mock();
    const readSpec = jest.fn<
      Promise<boolean | undefined>,
      [CatalogEnvironment]
    >();
    let stores: Stores;
    let keeper: ClaimKeeper;
    let nowMs = START;

    beforeEach(async () => {
      nowMs = START;
      readSpec.mockReset().mockResolvedValue(false);
      const knex = await databases.init(id);
      await migrate(knex);
      stores = createStores(knex, logger);
      keeper = new ClaimKeeper({
        stores,
        readSpec,
        logger,
        ownerAnnotation: 'elsa-portal.io/owner',
        onWritten: () => {},
        now: () => nowMs,
      });
    });

    async function register(...environments: CatalogEnvironment[]) {
      nowMs += 1000;
      await stores.environments.writeCatalog(environments, {
        at: new Date(nowMs).toISOString(),
      });
    }

    const say = (record: { owner?: string; entity?: string }) =>
      stores.claims.record(place.cluster, [
        { namespace: place.namespace, name: payments.name, ...record },
      ]);

    async function states(): Promise<Record<string, string | null>> {
      const { claims } = await stores.claims.ofCluster(place.cluster);
      return Object.fromEntries(
        claims.map(({ entityRef, state }) => [entityRef, state]),
      );
    }

    async function lookedInto(): Promise<string[]> {
      readSpec.mockClear();
      await keeper.checkSpecs();
      return readSpec.mock.calls.map(([{ entityRef }]) => entityRef).sort();
    }

    describe('of a cluster that is silent', () => {
      it('should decide by what the cluster said before', async () => {
        await say({ owner: OWNER });
        await register(thief, payments);
        await keeper.decideUnread(place.cluster);
        expect(await states()).toEqual({
          [thief.entityRef]: 'refused',
          [payments.entityRef]: 'granted',
        });
        expect(keeper.takeNewGrants()).toBe(true);
        expect(keeper.takeNewGrants()).toBe(false);
      });

      it('should decide nothing of what the cluster never spoke of, whoever holds a spec', async () => {
        readSpec.mockResolvedValue(true);
        await register(payments);
        await keeper.checkSpecs();
        await keeper.decideUnread(place.cluster);
        expect(await states()).toEqual({ [payments.entityRef]: null });
        expect(keeper.takeNewGrants()).toBe(false);
      });

      it('should give what the cluster gave nobody to the first if it holds the spec', async () => {
        await say({});
        readSpec.mockResolvedValue(true);
        await register(payments);
        await register(payments, thief);
        await keeper.decideUnread(place.cluster);
        expect((await states())[payments.entityRef]).toBeNull();
        await keeper.checkSpecs();
        await keeper.decideUnread(place.cluster);
        expect(await states()).toEqual({
          [thief.entityRef]: 'refused',
          [payments.entityRef]: 'granted',
        });
      });

      it('should show neither of two entities of the owner without the other', async () => {
        await say({ owner: OWNER });
        await register(copy);
        await register(copy, payments);
        await keeper.decideUnread(place.cluster);
        const { claims } = await stores.claims.ofCluster(place.cluster);
        expect(
          Object.fromEntries(
            claims.map(item => [item.entityRef, item.primary]),
          ),
        ).toEqual({
          [copy.entityRef]: payments.entityRef,
          [payments.entityRef]: copy.entityRef,
        });
      });

      it('should set no copy free when the first leaves the catalog, however long ago', async () => {
        await say({ owner: OWNER });
        await register(payments);
        await keeper.decideUnread(place.cluster);
        await register(payments, copy);
        await register(copy);
        const later = () => new Date(nowMs + 1000).toISOString();
        await stores.environments.purgeDeleted(later());
        await keeper.decideUnread(place.cluster);
        const { claims } = await stores.claims.ofCluster(place.cluster);
        expect(claims.filter(({ isGone }) => !isGone)).toMatchObject([
          {
            entityRef: copy.entityRef,
            state: 'refused',
            problem: expect.stringContaining('elsa-portal.io/entity'),
          },
        ]);
        // What the cluster decides needs no memory.
        await say({ owner: OWNER, entity: copy.entityRef });
        expect(await stores.environments.purgeDeleted(later())).toBe(1);
      });

      it('should not remember a copy that left', async () => {
        await say({ owner: OWNER });
        await register(payments);
        await register(payments, copy);
        await keeper.decideUnread(place.cluster);
        await register(payments);
        expect(
          await stores.environments.purgeDeleted(
            new Date(nowMs + 1000).toISOString(),
          ),
        ).toBe(1);
      });

      it('should take nothing from whom it was given to', async () => {
        await say({ owner: OWNER });
        await register(payments);
        await keeper.decideUnread(place.cluster);
        await say({ owner: thief.owner });
        await keeper.decideUnread(place.cluster);
        expect(await states()).toEqual({ [payments.entityRef]: 'granted' });
      });
    });

    describe('looking into repositories', () => {
      it('should look where the cluster names no owner, again after a while', async () => {
        await register(payments, thief);
        readSpec.mockImplementation(async ({ owner }) => owner === OWNER);
        expect(await lookedInto()).toEqual(
          [thief.entityRef, payments.entityRef].sort(),
        );
        expect(await lookedInto()).toEqual([]);
        nowMs += 6 * MINUTE;
        // What holds no spec may get one at any time.
        expect(await lookedInto()).toEqual([thief.entityRef]);
        nowMs += 60 * MINUTE;
        expect(await lookedInto()).toHaveLength(2);
      });

      it('should leave repositories alone where the cluster decides', async () => {
        await register(payments, thief);
        await say({ owner: OWNER });
        expect(await lookedInto()).toEqual([]);
        await register(payments, thief, copy);
        expect(await lookedInto()).toEqual([]);
        await say({ entity: payments.entityRef });
        expect(await lookedInto()).toEqual([]);
      });

      it('should keep what it found when a repository cannot be read', async () => {
        await register(payments);
        readSpec.mockResolvedValue(true);
        await keeper.checkSpecs();
        nowMs += 61 * MINUTE;
        readSpec.mockResolvedValue(undefined);
        await keeper.checkSpecs();
        const { claims } = await stores.claims.ofCluster(place.cluster);
        expect(claims).toMatchObject([{ holdsSpec: true }]);
      });
    });
  },
);
