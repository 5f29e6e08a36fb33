import type { Server } from 'node:http';
import { close, listen } from '../../http';
import { serverDeployment } from '../../__testUtils__/manifests';
import { createTestCluster } from '../../__testUtils__/testCluster';
import { createApiServer } from './apiServer';

const TOKEN = 'test-token';

describe('createApiServer', () => {
  const fixture = createTestCluster({ historyLimit: 50 });
  let server: Server;
  let url: string;

  const request = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, {
      ...init,
      headers: { Authorization: `Bearer ${TOKEN}`, ...init.headers },
    });
  const json = async (path: string, init?: RequestInit) => {
    const response = await request(path, init);
    return { status: response.status, body: await response.json() };
  };

  beforeAll(async () => {
    fixture.apply(serverDeployment(3));
    fixture.pass(40);
    server = createApiServer({
      cluster: fixture.cluster,
      token: TOKEN,
      bookmarkMilliseconds: 20,
    });
    url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  });

  afterAll(() => close(server));

  it('should refuse a wrong token with a Status', async () => {
    const { status, body } = await json('/api/v1/pods', {
      headers: { Authorization: 'Bearer wrong' },
    });
    expect(status).toBe(401);
    expect(body).toEqual({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: 'Unauthorized',
      reason: 'Unauthorized',
      code: 401,
    });
  });

  it('should discover groups, versions and resources', async () => {
    expect((await json('/version')).body.gitVersion).toMatch(/^v1\.\d+\.\d+$/);
    expect((await json('/api')).body.versions).toEqual(['v1']);
    const groups = (await json('/apis')).body.groups;
    expect(groups.map((group: { name: string }) => group.name)).toEqual(
      expect.arrayContaining(['apps', 'argoproj.io', 'metrics.k8s.io']),
    );
    const { body } = await json('/apis/apps/v1');
    expect(body.groupVersion).toBe('apps/v1');
    expect(body.resources).toContainEqual(
      expect.objectContaining({
        name: 'deployments',
        kind: 'Deployment',
        namespaced: true,
        shortNames: ['deploy'],
      }),
    );
  });

  it('should select by labels and by fields', async () => {
    const selector = encodeURIComponent(
      'app.kubernetes.io/part-of=elsa-workflows,app.kubernetes.io/instance in (demo,other),!missing',
    );
    const pods = (await json(`/api/v1/pods?labelSelector=${selector}`)).body;
    expect(pods.kind).toBe('PodList');
    expect(pods.items).toHaveLength(3);
    const [{ metadata }] = pods.items;
    const one = await json(
      `/api/v1/namespaces/demo/pods?fieldSelector=metadata.name=${metadata.name},status.phase!=Pending`,
    );
    expect(one.body.items).toHaveLength(1);
    const unknown = await json('/api/v1/pods?fieldSelector=spec.color=red');
    expect(unknown.body).toMatchObject({
      code: 400,
      reason: 'BadRequest',
      message: 'field label not supported: spec.color',
    });
  });

  it('should give a list in pages of one resource version', async () => {
    const first = (await json('/api/v1/pods?limit=2')).body;
    expect(first.items).toHaveLength(2);
    expect(first.metadata.remainingItemCount).toBe(1);
    const second = (
      await json(
        `/api/v1/pods?limit=2&continue=${encodeURIComponent(
          first.metadata.continue,
        )}`,
      )
    ).body;
    expect(second.items).toHaveLength(1);
    expect(second.metadata).toEqual({
      resourceVersion: first.metadata.resourceVersion,
    });
  });

  it('should answer 404 with a Status that names the object', async () => {
    const { status, body } = await json(
      '/apis/apps/v1/namespaces/demo/deployments/nothing',
    );
    expect(status).toBe(404);
    expect(body).toMatchObject({
      message: 'deployments.apps "nothing" not found',
      reason: 'NotFound',
      details: { name: 'nothing', group: 'apps', kind: 'deployments' },
    });
    expect((await json('/apis/nothing.example/v1/things')).status).toBe(404);
  });

  it('should be read-only from outside', async () => {
    const { status, body } = await json(
      '/apis/apps/v1/namespaces/demo/deployments/demo-server',
      { method: 'DELETE' },
    );
    expect(status).toBe(403);
    expect(body).toMatchObject({ reason: 'Forbidden', code: 403 });
    expect(body.message).toContain('cannot delete resource "deployments"');
  });

  it('should send changes, bookmarks and nothing twice to a resumed watch', async () => {
    const { resourceVersion } = (await json('/apis/apps/v1/deployments')).body
      .metadata;
    const [deployment] = fixture.cluster.list('apps/v1', 'Deployment');
    fixture.cluster.store.put({
      ...deployment,
      metadata: { ...deployment.metadata, annotations: { touched: 'yes' } },
    });
    const response = await request(
      `/apis/apps/v1/deployments?watch=true&allowWatchBookmarks=true&timeoutSeconds=1&resourceVersion=${resourceVersion}`,
    );
    const events = (await response.text())
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    const changes = events.filter(event => event.type !== 'BOOKMARK');
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      type: 'MODIFIED',
      object: { metadata: { annotations: { touched: 'yes' } } },
    });
    expect(events.at(-1)).toMatchObject({
      type: 'BOOKMARK',
      object: {
        kind: 'Deployment',
        metadata: {
          resourceVersion: String(fixture.cluster.store.resourceVersion),
        },
      },
    });
  });

  it('should tell a watch that asks for a forgotten version that it is gone', async () => {
    fixture.cluster.store.compact();
    const response = await request('/api/v1/pods?watch=1&resourceVersion=1001');
    const event = JSON.parse((await response.text()).trim());
    expect(event).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
  });

  it('should serve metrics of the containers that run', async () => {
    const { body } = await json(
      '/apis/metrics.k8s.io/v1beta1/namespaces/demo/pods',
    );
    expect(body.kind).toBe('PodMetricsList');
    expect(body.items[0].containers[0]).toMatchObject({
      name: 'server',
      usage: {
        cpu: expect.stringMatching(/^\d+n$/),
        memory: expect.stringMatching(/^\d+Ki$/),
      },
    });
  });
});
