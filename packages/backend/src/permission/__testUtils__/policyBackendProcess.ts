/*
 * The plugins that the example policy decides about, as they are installed, in
 * a process of their own: the Kubernetes plugin imports ES modules at run time,
 * which Jest refuses. Configuration comes as JSON in ELSA_TEST_BACKEND.
 */
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: JSON.parse(process.env.ELSA_TEST_BACKEND ?? '{}'),
  }),
);
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('../../auth/exampleSignIn'));
backend.add(import('./outsiderSignIn'));
backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('../examplePolicy'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@elsa-portal/backstage-plugin-scaffolder-backend-module-elsa'),
);
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@elsa-portal/backstage-plugin-elsa-backend'));
backend.start().then(
  () => process.send?.('ready'),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
