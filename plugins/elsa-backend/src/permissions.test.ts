import { createTestDatabases } from './__testUtils__/databases';
import {
  type ApiRequest,
  requestsOf,
  requireSample,
} from './__testUtils__/openApiRequests';
import { ENVIRONMENTS, refOf } from './__testUtils__/permissionFixtures';
import { askRights, type Rights } from './__testUtils__/permissionOracle';
import { IDENTITIES } from './__testUtils__/permissionPolicy';
import {
  type Answer,
  comparable,
  type PermissionWorld,
  startPermissionWorld,
} from './__testUtils__/permissionWorld';
import { loadOpenApi } from './api/loadOpenApi';

const targetOf = (name: string, slo: string) => ({
  kind: 'component',
  namespace: 'default',
  name,
  slo,
});
/** Every environment by its own name, and some by that of their server. */
const targets = ENVIRONMENTS.flatMap(({ name, mark }) => {
  const parts = ['mkown', 'mkpeer'].includes(mark) ? [`${name}-server`] : [];
  return [name, ...parts].map(item => targetOf(item, `${mark}-slo`));
});
const marks = ENVIRONMENTS.map(({ mark }) => mark);
const cursorAfter = (name: string) =>
  Buffer.from(JSON.stringify([0, name, name])).toString('base64url');

/** One value at least of every query parameter that there is. */
const queries = {
  owner: ENVIRONMENTS.map(({ owner }) => owner),
  system: marks.map(mark => `system:default/${mark}-system`),
  cluster: ENVIRONMENTS.map(({ cluster }) => cluster),
  health: ['Healthy', 'Degraded'],
  sloState: ['ok', 'no-data'],
  worst: ['health', 'slo', 'alerts'],
  hasSecurityFindings: ['true', 'false'],
  text: [...marks, 'Title'],
  sort: ['name', 'health', 'owner', 'cluster', 'slo', 'alerts'],
  order: ['desc'],
  limit: ['1'],
  cursor: [cursorAfter('mkopen'), '9999999999999-1', 'nonsense'],
  fromSeconds: ['1763640000'],
  toSeconds: ['1763640000'],
  rangeSeconds: ['3600'],
  width: ['100'],
};

/** What actions may be given. */
const actionInputs: Readonly<Record<string, readonly unknown[]>> = {
  entityRef: targets.map(({ name }) => `component:default/${name}`),
  health: [['Healthy']],
  hasSecurityFindings: [true, false],
  owner: ENVIRONMENTS.map(({ owner }) => [owner]),
  cluster: ENVIRONMENTS.map(({ cluster }) => [cluster]),
  text: marks,
  limit: [1],
  cursor: [cursorAfter('mkopen'), 'nonsense'],
};

interface Action {
  id: string;
  schema: {
    input: { properties?: Record<string, unknown>; required?: string[] };
  };
}

const { databases, ids } = createTestDatabases();

/**
 * Lists are filtered and sorted without the database, so that every value is
 * tried on one: SQLite, without the cache of decisions. The others get one
 * value of each, as a portal does that keeps decisions for a while.
 */
const runs = ids.map((id, index) => {
  const some = <T>(samples: Readonly<Record<string, readonly T[]>>) =>
    index === 0 ? samples : thin(samples);
  return {
    id,
    requests: requestsOf(loadOpenApi(), { targets, queries: some(queries) }),
    inputs: some(actionInputs),
    elsa: index === 0 ? {} : { access: { decisionTtl: { seconds: 15 } } },
  };
});

/** What names an environment or a place in a list goes to the database. */
function thin<T>(samples: Readonly<Record<string, readonly T[]>>) {
  return Object.fromEntries(
    Object.entries(samples).map(([name, values]) => [
      name,
      ['entityRef', 'cursor'].includes(name) ? values : values.slice(0, 1),
    ]),
  );
}

jest.setTimeout(120_000);

describe.each(runs)('permission matrix on $id', run => {
  const worlds = new Map<string, Promise<PermissionWorld>>();
  let everything: PermissionWorld;

  /** The backend in which there is nothing but these. */
  async function worldOf(isThere: (ref: string) => boolean) {
    const there = ENVIRONMENTS.filter(item => isThere(refOf(item)));
    const key = there.map(refOf).join();
    const known =
      worlds.get(key) ??
      startPermissionWorld(() => databases.init(run.id), there, {
        elsa: run.elsa,
      });
    worlds.set(key, known);
    return known;
  }

  beforeAll(async () => {
    everything = await worldOf(() => true);
  });

  afterAll(async () => {
    for (const world of worlds.values()) {
      await (await world).close();
    }
  });

  /** What somebody may not see, and a backend without it. */
  async function prepare(identity: string) {
    const rights = await askRights(everything, identity);
    const isThere = (ref: string) =>
      rights.visible.has(ref) ||
      (rights.maySeeUnregistered &&
        ENVIRONMENTS.some(item => item.isStray && refOf(item) === ref));
    return {
      rights,
      hidden: ENVIRONMENTS.filter(item => !isThere(refOf(item))),
      twin: await worldOf(isThere),
    };
  }

  function expectNoMark(
    { text, headers }: Answer,
    hidden: ReadonlyArray<{ mark: string }>,
    asked: string,
  ): void {
    // What the caller said is no news.
    const said = decodeURIComponent(asked).match(/mk[\w-]+/g) ?? [];
    const told = said.reduce(
      (rest, word) => rest.replaceAll(word, ''),
      `${text} ${JSON.stringify(headers)}`.replaceAll(asked, ''),
    );
    for (const { mark } of hidden) {
      expect(told).not.toContain(mark);
    }
  }

  describe.each(Object.keys(IDENTITIES))('of %s', identity => {
    it('should answer every route as if there were nothing else', async () => {
      const { rights, hidden, twin } = await prepare(identity);
      for (const request of run.requests) {
        const [answer, expected] = await Promise.all(
          [everything, twin].map(world =>
            world.ask(IDENTITIES[identity], `/elsa${request.path}`, request),
          ),
        );
        expect({ request, ...comparable(answer) }).toEqual({
          request,
          ...comparable(expected),
        });
        expectNoMark(answer, hidden, `/api/elsa${request.path}`);
        expect({ request, status: answer.status }).toEqual({
          request,
          status: statusOf(identity, request, rights),
        });
      }
    });

    it('should list what the catalog and the policy let them see', async () => {
      const { rights } = await prepare(identity);
      const { status, text } = await everything.ask(
        IDENTITIES[identity],
        '/elsa/environments',
      );
      const { items = [], totalItems = 0 } = JSON.parse(text);
      expect(status).toBe(IDENTITIES[identity] ? 200 : 401);
      expect(totalItems).toBe(rights.visible.size);
      expect(
        items.map((item: { entityRef: string }) => item.entityRef),
      ).toEqual([...rights.visible].sort());
    });

    it('should carry out every action as if there were nothing else', async () => {
      const { rights, hidden, twin } = await prepare(identity);
      const list = '/elsa/.backstage/actions/v1/actions';
      const { actions } = JSON.parse(
        (await everything.ask(IDENTITIES['a service'], list)).text,
      ) as { actions: Action[] };
      expect(actions.length).toBeGreaterThan(0);
      for (const { id, input } of actions.flatMap(item =>
        inputsOf(item, run.inputs),
      )) {
        const [answer, expected] = await Promise.all(
          [everything, twin].map(world =>
            world.ask(IDENTITIES[identity], `${list}/${id}/invoke`, {
              method: 'POST',
              body: input,
            }),
          ),
        );
        expect({ id, input, ...comparable(answer) }).toEqual({
          id,
          input,
          ...comparable(expected),
        });
        expectNoMark(answer, hidden, JSON.stringify(input));
        expect({ id, input, status: answer.status }).toEqual({
          id,
          input,
          status: statusOfAction(identity, input, rights),
        });
      }
    });
  });
});

/** By what is visible alone; the code under test has no say in it. */
function statusOf(
  identity: string,
  { operation, parameter, path, target }: ApiRequest,
  rights: Rights,
): number {
  if (!IDENTITIES[identity]) {
    return 401;
  }
  if (operation === 'ListUnregistered') {
    return rights.maySeeUnregistered ? 200 : 403;
  }
  const ref = target && environmentOf(target.name);
  if (ref && !rights.visible.has(ref)) {
    return 404;
  }
  if (operation === 'RefreshEnvironment') {
    return rights.refreshable.has(`${ref}`) ? 200 : 403;
  }
  const isCursor = operation === 'ListTransitions' ? /=\d+-\d$/ : /=WzA/;
  return parameter === 'cursor' && !isCursor.test(path) ? 400 : 200;
}

function statusOfAction(
  identity: string,
  input: Record<string, unknown>,
  { visible }: Rights,
): number {
  if (!IDENTITIES[identity]) {
    return 401;
  }
  if (input.cursor === 'nonsense') {
    return 400;
  }
  const name = `${input.entityRef ?? ''}`.split('/').at(-1);
  return name && !visible.has(environmentOf(name)) ? 404 : 200;
}

function environmentOf(name: string): string {
  return `component:default/${name.replace(/-server$/, '')}`;
}

/** An action with each of its inputs, beside those that it cannot do without. */
function inputsOf({ id, schema }: Action, samples: typeof actionInputs) {
  const { properties = {}, required = [] } = schema.input;
  const needed = Object.fromEntries(
    required.map(name => [name, requireSample(samples, name)[0]]),
  );
  return [
    needed,
    ...Object.keys(properties).flatMap(name =>
      requireSample(samples, name).map(value => ({
        ...needed,
        [name]: value,
      })),
    ),
  ].map(input => ({ id, input: input as Record<string, unknown> }));
}
