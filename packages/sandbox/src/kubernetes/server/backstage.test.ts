import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { close, listen } from '../../http';
import {
  databaseStatefulSet,
  serverDeployment,
} from '../../__testUtils__/manifests';
import { createTestCluster } from '../../__testUtils__/testCluster';
import { createApiServer } from './apiServer';

const TOKEN = 'test-token';

describe("Backstage's Kubernetes plugin", () => {
  const fixture = createTestCluster();
  const server = createApiServer({ cluster: fixture.cluster, token: TOKEN });
  let backend: ChildProcess;
  let address: string;

  const query = async (path: string, body: object) => {
    const response = await fetch(`${address}/api/kubernetes${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        entityRef: 'component:default/demo',
        auth: {},
        ...body,
      }),
    });
    return response.json();
  };

  beforeAll(async () => {
    fixture.apply(serverDeployment(2), databaseStatefulSet());
    fixture.pass(40);
    const port = await listen(server, 0, '127.0.0.1');
    backend = spawn(
      process.execPath,
      [
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        // The tests of all packages run in the repository's folder.
        join(__dirname, '../../__testUtils__/kubernetesBackend.ts'),
        `http://127.0.0.1:${port}`,
        TOKEN,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const stdout = backend.stdout!;
    const [chunk] = await once(stdout, 'data');
    address = `http://127.0.0.1:${String(chunk).trim()}`;
  }, 120_000);

  afterAll(async () => {
    const ended = once(backend, 'exit');
    backend.kill('SIGKILL');
    await ended;
    await close(server);
  });

  it('should read workloads and metrics without an error', async () => {
    const { items } = await query('/resources/workloads/query', {});
    const [{ errors, resources, podMetrics }] = items;
    expect(errors).toEqual([]);
    const count = (type: string) =>
      resources.find((row: { type: string }) => row.type === type)?.resources
        .length;
    expect(count('deployments')).toBe(1);
    expect(count('statefulsets')).toBe(1);
    expect(count('replicasets')).toBe(1);
    expect(count('pods')).toBe(3);
    expect(podMetrics).toHaveLength(3);
  });

  it('should read custom resources without an error', async () => {
    fixture.apply({
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: {
        name: 'demo',
        namespace: 'demo',
        labels: {
          'app.kubernetes.io/part-of': 'elsa-workflows',
          'app.kubernetes.io/instance': 'demo',
        },
      },
      spec: { parentRefs: [{ name: 'public' }] },
    });
    const { items } = await query('/resources/custom/query', {
      customResources: [
        {
          group: 'gateway.networking.k8s.io',
          apiVersion: 'v1',
          plural: 'httproutes',
        },
      ],
    });
    expect(items[0].errors).toEqual([]);
    expect(items[0].resources[0].resources).toEqual([
      expect.objectContaining({ kind: 'HTTPRoute' }),
    ]);
  });
});
