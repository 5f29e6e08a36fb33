import { KubeConfig, makeInformer } from '@kubernetes/client-node';
import type { KubernetesObject as ClientObject } from '@kubernetes/client-node';
import { close, listen } from '../../http';
import { serverDeployment } from '../../__testUtils__/manifests';
import { createTestCluster } from '../../__testUtils__/testCluster';
import { createApiServer } from './apiServer';

const TOKEN = 'test-token';
const PATH = '/apis/apps/v1/deployments';

describe('informer of @kubernetes/client-node', () => {
  const fixture = createTestCluster();
  const server = createApiServer({ cluster: fixture.cluster, token: TOKEN });

  const touch = (mark: string) => {
    const [deployment] = fixture.cluster.list('apps/v1', 'Deployment');
    fixture.cluster.store.put({
      ...deployment,
      metadata: { ...deployment.metadata, annotations: { mark } },
    });
  };

  it('should stay in step over a watch that is cut and over one that is gone', async () => {
    fixture.apply(serverDeployment());
    fixture.pass(5);
    const port = await listen(server, 0, '127.0.0.1');
    const config = new KubeConfig();
    config.loadFromOptions({
      clusters: [
        {
          name: 'test',
          server: `http://127.0.0.1:${port}`,
          skipTLSVerify: true,
        },
      ],
      users: [{ name: 'portal', token: TOKEN }],
      contexts: [{ name: 'test', cluster: 'test', user: 'portal' }],
      currentContext: 'test',
    });
    const list = async () => {
      const response = await fetch(`http://127.0.0.1:${port}${PATH}`, {
        headers: { Authorization: `Bearer ${TOKEN}` },
      });
      return response.json();
    };
    const informer = makeInformer<ClientObject>(config, PATH, list);
    const marks: string[] = [];
    let restarts = 0;
    const waitFor = async (mark: string) => {
      while (!marks.includes(mark)) {
        await new Promise(resolve => setTimeout(resolve, 20));
      }
    };
    const note = (object: ClientObject) => {
      const mark = object.metadata?.annotations?.mark;
      if (mark) marks.push(mark);
    };
    informer.on('add', note);
    informer.on('update', note);
    informer.on('error', () => {
      restarts += 1;
      informer.start();
    });
    await informer.start();
    touch('first');
    await waitFor('first');

    server.closeAllConnections();
    touch('while the watch was cut');
    await waitFor('while the watch was cut');

    server.closeAllConnections();
    touch('compacted');
    fixture.cluster.store.compact();
    touch('after the compaction');
    await waitFor('after the compaction');

    expect(informer.list()).toHaveLength(1);
    expect(restarts).toBeLessThan(5);
    await informer.stop();
    await close(server);
  });
});
