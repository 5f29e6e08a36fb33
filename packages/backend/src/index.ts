import { createBackend } from '@backstage/backend-defaults';
import { auditor } from './audit/auditor';
import { databaseHealth } from './health/databaseHealth';

const backend = createBackend();

backend.add(auditor);
backend.add(databaseHealth);

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./auth/exampleSignIn'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('./permission/examplePolicy'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@elsa-portal/backstage-plugin-catalog-backend-module-elsa'),
);

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@backstage/plugin-scaffolder-backend-module-gitlab'));
backend.add(
  import('@elsa-portal/backstage-plugin-scaffolder-backend-module-elsa'),
);

backend.add(import('@backstage/plugin-kubernetes-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

backend.add(import('@elsa-portal/backstage-plugin-elsa-backend'));

backend.start();
