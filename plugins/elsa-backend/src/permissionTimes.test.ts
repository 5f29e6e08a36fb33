import { compareTimes, createRandom } from './__testUtils__/compareTimes';
import { createTestDatabases } from './__testUtils__/databases';
import { requestsOf } from './__testUtils__/openApiRequests';
import { ENVIRONMENTS } from './__testUtils__/permissionFixtures';
import { IDENTITIES } from './__testUtils__/permissionPolicy';
import {
  comparable,
  type PermissionWorld,
  startPermissionWorld,
} from './__testUtils__/permissionWorld';
import { loadOpenApi } from './api/loadOpenApi';

const { databases, ids } = createTestDatabases();

const SAMPLES = 200;
/** A cached decision is older than this. */
const EPOCH_MS = 20_000;
/**
 * The medians of two equal kinds differ by more than the largest of 500 random
 * differences once in some hundred runs, and by twice that much never.
 */
const FACTOR = 2;

/** What the owner of mkown may not see, under all its names. */
const hidden = ENVIRONMENTS.filter(({ mark }) =>
  ['mkpeer', 'mkfar'].includes(mark),
).flatMap(({ name }) => [name, `${name}-server`]);
/** As long as the other, so that the answers are too. */
const missingFor = (path: string) => path.replace(/mk(peer|far)/g, 'no$1');

/** The routes that name an environment, by operation. */
function routesTo(name: string) {
  return requestsOf(loadOpenApi(), {
    targets: [{ kind: 'component', namespace: 'default', name, slo: 'any' }],
  }).filter(({ target }) => target);
}

const asksForEach = new Set([
  'a guest',
  'the owner',
  'another owner',
  'an owner who may not refresh',
  'an owner to whom the catalog shows what is theirs alone',
]);

/**
 * Of one the policy knows what is theirs, of the other the catalog too. Each
 * takes some 1,800 requests, so each database has one of them.
 */
const runs = ids.map((id, index) => ({
  id,
  timed:
    index === 0
      ? 'the owner'
      : 'an owner to whom the catalog shows what is theirs alone',
}));

jest.setTimeout(240_000);

describe.each(runs)('a hidden and a missing environment on $id', run => {
  let world: PermissionWorld;
  let skewMs = 0;

  beforeAll(async () => {
    // Before anything keeps the real clock.
    jest
      .spyOn(Date, 'now')
      .mockImplementation(
        () => Math.floor(performance.timeOrigin + performance.now()) + skewMs,
      );
    world = await startPermissionWorld(
      () => databases.init(run.id),
      ENVIRONMENTS,
      {
        elsa: { access: { decisionTtl: { seconds: 15 } } },
      },
    );
  });

  afterAll(async () => {
    jest.restoreAllMocks();
    await world?.close();
  });

  /** A list has asked about the hidden ones, and about no other. */
  async function beginEpoch(identity: string): Promise<void> {
    skewMs += EPOCH_MS;
    await world.ask(IDENTITIES[identity], '/elsa/environments');
  }

  /** What the backend asks itself and its database to answer. */
  async function workOf(
    identity: string,
    request: { path: string; method: string },
  ): Promise<string[]> {
    const work: string[] = [];
    const onRequest = ({ url }: { url?: string }) => work.push(`${url}`);
    const onQuery = ({ sql }: { sql: string }) => work.push(sql);
    const knex = await world.database();
    world.server.on('request', onRequest);
    knex?.on('query', onQuery);
    await world.ask(IDENTITIES[identity], `/elsa${request.path}`, request);
    world.server.off('request', onRequest);
    knex?.removeListener('query', onQuery);
    // What the index reads once a second, whoever asks for what, is no work.
    return work.filter(
      item =>
        !item.includes(request.path) && !/"?(revision|elsa_sources)/.test(item),
    );
  }

  it.each(
    Object.keys(IDENTITIES).filter(
      name => !['a service', 'the platform team'].includes(name),
    ),
  )('should be the same answer and the same work for %s', async identity => {
    const isOther = identity === 'another owner';
    const names = isOther ? ['mkown-environment'] : hidden;
    const toMissing = (path: string) =>
      isOther ? path.replaceAll('mkown', 'noown') : missingFor(path);
    for (const request of names.flatMap(routesTo)) {
      const other = { ...request, path: toMissing(request.path) };
      const [one, two] = [
        await world.ask(IDENTITIES[identity], `/elsa${request.path}`, request),
        await world.ask(IDENTITIES[identity], `/elsa${other.path}`, other),
      ];
      expect(comparable({ ...one, text: toMissing(one.text) })).toEqual(
        comparable(two),
      );
      await beginEpoch(identity);
      const work = await workOf(identity, request);
      await beginEpoch(identity);
      expect(await workOf(identity, other)).toEqual(work);
      // Who may read all or nothing is known from the list before.
      expect(work.length > 0).toBe(asksForEach.has(identity));
    }
  });

  it(`should take the same time for ${run.timed}`, async () => {
    const identity = run.timed;
    const routes = hidden.map(routesTo);
    const times = new Map<string, { hidden: number[]; missing: number[] }>();
    for (let round = 0; round < SAMPLES; round++) {
      await beginEpoch(identity);
      for (let index = 0; index < routes[0].length; index++) {
        // Another name for each route: an answer is remembered for a while.
        const request = routes[(round + index) % routes.length][index];
        const known = times.get(request.operation) ?? {
          hidden: [],
          missing: [],
        };
        times.set(request.operation, known);
        const kinds = ['hidden', 'missing'] as const;
        for (const kind of round % 2 === 0 ? kinds : kinds.toReversed()) {
          const path =
            kind === 'hidden' ? request.path : missingFor(request.path);
          const startedAt = performance.now();
          const { status } = await world.ask(
            IDENTITIES[identity],
            `/elsa${path}`,
            request,
          );
          known[kind].push(performance.now() - startedAt);
          expect(status).toBe(404);
        }
      }
    }
    expect(times.size).toBe(routes[0].length);
    for (const [operation, samples] of times) {
      expect(samples.hidden).toHaveLength(SAMPLES);
      const { difference, noise } = compareTimes(
        samples.hidden,
        samples.missing,
      );
      expect({
        operation,
        difference,
        noise,
        isWithinNoise: difference <= FACTOR * noise,
      }).toMatchObject({ isWithinNoise: true });
    }
  });
});

describe('compareTimes', () => {
  const sample = (seed: number, add: number) => {
    const random = createRandom(seed);
    return Array.from({ length: SAMPLES }, () => 5 + random() ** 4 * 40 + add);
  };

  it('should find a difference, and none where there is none', () => {
    for (let seed = 1; seed <= 5; seed++) {
      const same = compareTimes(sample(seed, 0), sample(seed + 1_000, 0));
      expect(same.difference).toBeLessThanOrEqual(FACTOR * same.noise);
      const other = compareTimes(sample(seed, 0), sample(seed + 1_000, 15));
      expect(other.difference).toBeGreaterThan(FACTOR * other.noise);
    }
  });
});
