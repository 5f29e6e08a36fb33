import { setTimeout as sleep } from 'node:timers/promises';
// The doubles of the plugin's own tests.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import { FakeCluster } from '../../../../plugins/elsa-backend/src/__testUtils__/fakeCluster';
import { serverObjects } from '../../../../plugins/elsa-backend/src/__testUtils__/objects';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import {
  type Answer,
  startPolicyBackend,
} from './__testUtils__/startPolicyBackend';

jest.setTimeout(180_000);

const ENVIRONMENTS = [
  'payments-production',
  'orders-production',
  'orders-staging',
];
const GUEST = 'user:default/guest';
const OLIVIA = 'user:default/olivia';
const PAT = 'user:default/pat';
/** Belongs to no team. */
const BILL = 'user:default/bill';
const LOG_LINE = 'a line of the log';

/** Whose Elsa tabs are shown to whom. */
const ELSA_TABS: Record<string, string[]> = {
  [GUEST]: ['payments-production', 'orders-staging'],
  [OLIVIA]: ['orders-production', 'orders-staging'],
  [PAT]: ENVIRONMENTS,
};

describe('the example policy in a backend', () => {
  let cluster: FakeCluster;
  let portal: Awaited<ReturnType<typeof startPolicyBackend>>;
  const tokens: Record<string, string> = {};

  const showTab = (user: string, name: string) =>
    portal.call(`/api/elsa/environments/component/default/${name}`, {
      token: tokens[user],
    });

  beforeAll(async () => {
    cluster = await FakeCluster.start();
    cluster.objects = ENVIRONMENTS.flatMap(name =>
      serverObjects({
        name,
        owner: `group:default/${name.split('-')[0]}`,
      }),
    );
    cluster.server.fault = ({ path }, response) => {
      if (!path.endsWith('/log')) {
        return false;
      }
      response.end(LOG_LINE);
      return true;
    };
    portal = await startPolicyBackend(cluster.server.url);
    for (const user of [GUEST, OLIVIA, PAT, BILL]) {
      tokens[user] = await portal.signIn(user);
    }
    for (const name of ENVIRONMENTS) {
      while ((await showTab(PAT, name)).status !== 200) {
        await sleep(200);
      }
    }
  });
  afterAll(async () => {
    await portal?.stop();
    await cluster?.server.close();
  });

  /** Everything of the Kubernetes plugin that tells of an environment. */
  async function askKubernetes(
    name: string,
    user?: string,
  ): Promise<Record<string, Answer>> {
    const token = user && tokens[user];
    const entityRef = `component:default/${name}`;
    const pods = `/api/kubernetes/proxy/api/v1/namespaces/${name}/pods`;
    const post = (address: string, body: object) =>
      portal.call(address, { token, body });
    return {
      services: await post(`/api/kubernetes/services/${name}`, {
        entity: { kind: 'Component', metadata: { namespace: 'default', name } },
        auth: {},
      }),
      workloads: await post('/api/kubernetes/resources/workloads/query', {
        entityRef,
        auth: {},
      }),
      custom: await post('/api/kubernetes/resources/custom/query', {
        entityRef,
        auth: {},
        customResources: [
          { group: 'apps', apiVersion: 'v1', plural: 'deployments' },
        ],
      }),
      pods: await portal.call(pods, { token, cluster: 'production-eu' }),
      logs: await portal.call(`${pods}/${name}-server-0/log`, {
        token,
        cluster: 'production-eu',
      }),
      action: await post(
        '/api/kubernetes/.backstage/actions/v1/actions/kubernetes:get-kubernetes-resources-for-entity/invoke',
        { name },
      ),
    };
  }

  const statuses = (answers: Record<string, Answer>) =>
    Object.fromEntries(
      Object.entries(answers).map(([route, { status }]) => [route, status]),
    );

  it.each(ENVIRONMENTS)(
    'should show the Elsa tab of %s to those who may see it',
    async name => {
      for (const user of [GUEST, OLIVIA, PAT]) {
        const { status } = await showTab(user, name);
        expect({ user, status }).toEqual({
          user,
          status: ELSA_TABS[user].includes(name) ? 200 : 404,
        });
      }
    },
  );

  it.each(ENVIRONMENTS)(
    'should show objects and logs of %s to the platform team',
    async name => {
      const answers = await askKubernetes(name, PAT);
      expect(statuses(answers)).toEqual({
        services: 200,
        workloads: 200,
        custom: 200,
        pods: 200,
        logs: 200,
        action: 200,
      });
      const { logs, ...objects } = answers;
      expect(logs.text).toBe(LOG_LINE);
      for (const { text } of Object.values(objects)) {
        expect(text).toContain(`${name}-server`);
      }
    },
  );

  // Owners too: whoever may read one namespace here may read them all.
  it.each(
    ENVIRONMENTS.flatMap(name => [
      [name, GUEST],
      [name, OLIVIA],
    ]),
  )(
    'should tell nothing of %s to %s by the Kubernetes plugin',
    async (name, user) => {
      cluster.server.requests.length = 0;
      const answers = await askKubernetes(name, user);
      expect(statuses(answers)).toEqual({
        services: 403,
        workloads: 403,
        custom: 403,
        pods: 403,
        logs: 403,
        // An action that may not be seen does not exist.
        action: 404,
      });
      for (const { text } of Object.values(answers)) {
        expect(text).not.toMatch(/server-|a line of the log|cluster-token/);
      }
      expect(
        cluster.server.requests.filter(({ path }) => path.endsWith('/log')),
      ).toEqual([]);
    },
  );

  it('should tell nothing to who did not sign in', async () => {
    expect(
      new Set(Object.values(statuses(await askKubernetes('orders-staging')))),
    ).toEqual(new Set([401]));
  });

  it('should name the clusters to all who may create', async () => {
    for (const user of [GUEST, OLIVIA, PAT]) {
      const { status, text } = await portal.call('/api/kubernetes/clusters', {
        token: tokens[user],
      });
      expect(status).toBe(200);
      expect(JSON.parse(text)).toEqual({
        items: [{ name: 'production-eu', authProvider: 'serviceAccount' }],
      });
    }
  });

  describe('the catalog', () => {
    const refresh = async (user: string, name: string) => {
      const { status } = await portal.call('/api/catalog/refresh', {
        token: tokens[user],
        body: { entityRef: `component:default/${name}` },
      });
      return status;
    };

    /** Says what would be registered, and registers nothing. */
    const register = (user?: string) =>
      portal.call('/api/catalog/locations?dryRun=true', {
        token: user && tokens[user],
        body: { type: 'url', target: 'http://127.0.0.1:9/catalog-info.yaml' },
      });

    it('should be refreshed by owners', async () => {
      expect(await refresh(GUEST, 'payments-production')).toBe(200);
      expect(await refresh(PAT, 'payments-production')).toBe(200);
      expect(await refresh(OLIVIA, 'payments-production')).not.toBe(200);
    });

    it('should take entities of those who create environments alone', async () => {
      for (const user of [GUEST, OLIVIA, PAT]) {
        // Let in, and refused as nobody may read from there.
        expect(await register(user)).toMatchObject({ status: 400 });
      }
      expect(await register(BILL)).toMatchObject({ status: 403 });
      expect(await register()).toMatchObject({ status: 401 });
    });
  });

  describe('creating', () => {
    /** As the form asks. */
    const askPermission = async (user: string, owner: string) => {
      const { text } = await portal.call('/api/permission/authorize', {
        token: tokens[user],
        body: {
          items: [
            {
              id: '1',
              permission: {
                name: 'elsa.environment.create',
                type: 'resource',
                resourceType: 'catalog-entity',
                attributes: { action: 'create' },
              },
              resourceRef: owner,
            },
          ],
        },
      });
      return JSON.parse(text).items[0].result;
    };

    /** As the form's dry run does: the step asks for itself. */
    function generate(user: string, owner: string) {
      return portal.call('/api/scaffolder/v2/dry-run', {
        token: tokens[user],
        body: {
          template: {
            apiVersion: 'scaffolder.backstage.io/v1beta3',
            kind: 'Template',
            metadata: { name: 'test', namespace: 'default' },
            spec: {
              type: 'service',
              steps: [
                {
                  id: 'generate',
                  name: 'Generate',
                  action: 'elsa:environment:generate',
                  input: {
                    spec: {
                      metadata: { name: 'refunds' },
                      owner,
                      preset: 'development',
                      target: { cluster: 'production-eu' },
                      exposure: { kind: 'gateway', host: 'elsa.example.com' },
                      host: { profile: 'official' },
                    },
                  },
                },
              ],
            },
          },
          values: {},
          secrets: {},
          // It writes no folder for nothing.
          directoryContents: [{ path: 'a', base64Content: '' }],
        },
      });
    }

    it.each([
      [GUEST, 'group:default/payments'],
      [GUEST, GUEST],
      [OLIVIA, 'group:default/orders'],
      [PAT, 'group:default/payments'],
    ])('should let %s create for %s', async (user, owner) => {
      expect(await askPermission(user, owner)).toBe('ALLOW');
      expect(await generate(user, owner)).toMatchObject({ status: 200 });
    });

    it.each([
      [GUEST, 'group:default/orders'],
      [GUEST, 'group:default/platform'],
      [GUEST, OLIVIA],
      [OLIVIA, 'group:default/payments'],
    ])('should not let %s create for %s', async (user, owner) => {
      expect(await askPermission(user, owner)).toBe('DENY');
      expect(await generate(user, owner)).toMatchObject({
        status: 403,
        text: expect.stringContaining(
          `You may not create or change Elsa environments of '${owner}'`,
        ),
      });
    });

    it('should not take what the user owns for what the user is', async () => {
      expect(
        await askPermission(GUEST, 'component:default/payments-production'),
      ).toBe('DENY');
    });

    it('should refuse an owner who is not in the catalog', async () => {
      const nobody = 'group:default/nobody';
      expect(await askPermission(GUEST, nobody)).toBe('DENY');
      expect(await generate(GUEST, nobody)).toMatchObject({
        status: 400,
        text: expect.stringContaining(
          `Owner '${nobody}' is not in the catalog`,
        ),
      });
    });
  });
});
