import { execFile, spawn } from 'node:child_process';
import type { Server } from 'node:http';
import { promisify } from 'node:util';
import { close, listen } from '../../http';
import {
  databaseStatefulSet,
  serverDeployment,
} from '../../__testUtils__/manifests';
import { createTestCluster } from '../../__testUtils__/testCluster';
import { requireTool } from '../../tools/tools';
import { createApiServer } from './apiServer';

const TOKEN = 'test-token';
const run = promisify(execFile);

describe('kubectl', () => {
  const fixture = createTestCluster();
  let server: Server;
  let kubectl: string;
  let base: string[];

  const call = async (...args: string[]) =>
    (await run(kubectl, [...base, ...args])).stdout;

  beforeAll(async () => {
    fixture.apply(serverDeployment(2), databaseStatefulSet());
    fixture.pass(40);
    server = createApiServer({ cluster: fixture.cluster, token: TOKEN });
    const port = await listen(server, 0, '127.0.0.1');
    kubectl = await requireTool('kubectl');
    base = [
      `--server=http://sandbox:${TOKEN}@127.0.0.1:${port}`,
      '--kubeconfig=/dev/null',
      '--cache-dir=/tmp/sandbox-kubectl-cache',
      '--namespace=demo',
    ];
  }, 60_000);

  afterAll(() => close(server));

  it('should get what runs', async () => {
    const output = await call('get', 'deploy,sts,pods,pvc', '--output=name');
    expect(output.trim().split('\n')).toEqual(
      expect.arrayContaining([
        'deployment.apps/demo-server',
        'statefulset.apps/demo-postgresql',
        'pod/demo-postgresql-0',
        'persistentvolumeclaim/data-demo-postgresql-0',
      ]),
    );
  });

  it('should describe a pod with its events', async () => {
    const output = await call('describe', 'pod', 'demo-postgresql-0');
    expect(output).toMatch(/Controlled By:\s+StatefulSet\/demo-postgresql/);
    expect(output).toMatch(/Ready:\s+True/);
    expect(output).toMatch(/Normal\s+Scheduled\s.*default-scheduler/);
    expect(output).toMatch(/Normal\s+Started\s.*Started container postgres/);
  });

  it('should show logs', async () => {
    const output = await call('logs', 'demo-postgresql-0', '--tail=1');
    expect(output.trim()).toBe(
      'LOG:  database system is ready to accept connections',
    );
  });

  it('should watch changes as they happen', async () => {
    const watch = spawn(kubectl, [
      ...base,
      ...['get', 'deploy', '--watch', '--output'],
      'jsonpath={.status.readyReplicas}/{.spec.replicas}{"\\n"}',
    ]);
    const seen = new Promise<string>(resolve => {
      let output = '';
      watch.stdout.on('data', chunk => {
        output += chunk;
        if (/2\/2/.test(output) && !/\/3/.test(output)) {
          const [deployment] = fixture.cluster.list('apps/v1', 'Deployment');
          fixture.cluster.store.put({
            ...deployment,
            spec: { ...deployment.spec, replicas: 3 },
          } as typeof deployment);
        }
        if (/2\/3/.test(output)) resolve(output);
      });
    });
    expect(await seen).toMatch(/2\/3/);
    watch.kill();
  });

  it('should be told that it may not change anything', async () => {
    await expect(
      call('delete', 'pod', 'demo-postgresql-0', '--wait=false'),
    ).rejects.toThrow(/Forbidden.*cannot delete resource "pods"/s);
  });
});
