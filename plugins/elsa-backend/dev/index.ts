/*
 * The plugin alone, without a cluster: a healthy and a failing environment and
 * one that is in no catalog. Try:
 *
 *   curl http://localhost:7007/api/elsa/environments
 *   curl http://localhost:7007/api/elsa/environments/component/default/payments-staging
 *   curl http://localhost:7007/api/elsa/unregistered
 */
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { FakeCluster } from '../src/__testUtils__/fakeCluster';
import { kubernetesPluginDouble } from '../src/__testUtils__/kubernetesPluginDouble';
import { environmentEntity, serverObjects } from '../src/__testUtils__/objects';

const production = { name: 'payments-production' };
const staging = {
  name: 'payments-staging',
  cluster: 'staging-eu',
  lifecycle: 'staging',
};
const unregistered = { name: 'legacy-workflows' };

async function start(): Promise<void> {
  const productionCluster = await FakeCluster.start();
  productionCluster.objects = [
    ...serverObjects(production),
    ...serverObjects(unregistered),
  ];
  const stagingCluster = await FakeCluster.start();
  stagingCluster.objects = serverObjects(staging, { isCrashing: true });

  const backend = createBackend();
  backend.add(mockServices.auth.factory());
  backend.add(mockServices.httpAuth.factory());
  backend.add(
    mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
  );
  backend.add(
    catalogServiceMock.factory({
      entities: [
        environmentEntity(production),
        environmentEntity(staging),
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Group',
          metadata: { name: 'payments' },
        },
      ],
    }),
  );
  backend.add(
    kubernetesPluginDouble(
      new Map(
        Object.entries({
          'production-eu': productionCluster,
          'staging-eu': stagingCluster,
        }).map(([name, { server }]) => [name, { name, url: server.url }]),
      ),
    ),
  );
  backend.add(import('../src'));
  await backend.start();
}

start().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exitCode = 1;
});
