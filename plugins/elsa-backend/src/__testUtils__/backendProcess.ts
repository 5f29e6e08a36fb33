/*
 * A backend of its own process, for tests with several of them on one
 * database. Configuration comes as JSON in ELSA_TEST_BACKEND.
 */
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import kubernetesPlugin from '@backstage/plugin-kubernetes-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { elsaPlugin } from '../plugin';
import { environmentEntity } from './objects';

const { port, postgres, databasePrefix, clusterUrl, token, intervalSeconds } =
  JSON.parse(process.env.ELSA_TEST_BACKEND ?? '{}');
const { hostname, port: postgresPort, username, password } = new URL(postgres);
const baseUrl = `http://127.0.0.1:${port}`;

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      app: { baseUrl },
      backend: {
        baseUrl,
        listen: { host: '127.0.0.1', port },
        database: {
          client: 'pg',
          // Without a database, so that every plugin gets one of its own.
          connection: {
            host: hostname,
            port: Number(postgresPort || 5432),
            user: decodeURIComponent(username),
            password: decodeURIComponent(password),
          },
          prefix: databasePrefix,
        },
        auth: { dangerouslyDisableDefaultAuthPolicy: true },
      },
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'production-eu',
                url: clusterUrl,
                authProvider: 'serviceAccount',
                serviceAccountToken: token,
              },
            ],
          },
        ],
      },
      elsa: {
        collector: {
          interval: { seconds: intervalSeconds },
          staleAfter: { minutes: 2 },
        },
        notifications: { enabled: false },
      },
    },
  }),
);
backend.add(
  catalogServiceMock.factory({
    entities: [environmentEntity({ name: 'payments-production' })],
  }),
);
backend.add(kubernetesPlugin);
backend.add(elsaPlugin);
backend.start().then(
  () => process.send?.('ready'),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
