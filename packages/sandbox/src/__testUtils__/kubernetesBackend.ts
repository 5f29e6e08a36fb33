/**
 * Backstage's Kubernetes plugin as a program of its own: inside Jest it cannot
 * load the client library, which is an ES module imported when needed.
 * Arguments: the cluster's address and token. Writes its port when it answers.
 */
import type { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

const [url, serviceAccountToken] = process.argv.slice(2);

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'demo',
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-cluster': 'test',
      'backstage.io/kubernetes-namespace': 'demo',
      'backstage.io/kubernetes-label-selector':
        'app.kubernetes.io/part-of=elsa-workflows,app.kubernetes.io/instance=demo',
    },
  },
  spec: {
    type: 'elsa-environment',
    owner: 'payments',
    lifecycle: 'production',
  },
};

async function main(): Promise<void> {
  const { server } = await startTestBackend({
    features: [
      kubernetesPlugin,
      catalogServiceMock.factory({ entities: [ENTITY] }),
      mockServices.rootConfig.factory({
        data: {
          kubernetes: {
            serviceLocatorMethod: { type: 'multiTenant' },
            clusterLocatorMethods: [
              {
                type: 'config',
                clusters: [
                  {
                    name: 'test',
                    url,
                    authProvider: 'serviceAccount',
                    serviceAccountToken,
                  },
                ],
              },
            ],
          },
        },
      }),
    ],
  });
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
