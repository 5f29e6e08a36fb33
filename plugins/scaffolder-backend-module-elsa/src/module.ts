import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createOwnerAccess } from './access/ownerAccess';
import { createActions } from './actions';
import { readElsaScaffolderConfig } from './config';

/**
 * Adds the actions `elsa:*` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleElsa = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'elsa',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        config: coreServices.rootConfig,
        reader: coreServices.urlReader,
        catalog: catalogServiceRef,
        permissions: coreServices.permissions,
      },
      async init({ actions, config, reader, catalog, permissions }) {
        actions.addActions(
          ...createActions({
            config: readElsaScaffolderConfig(config),
            integrations: ScmIntegrations.fromConfig(config),
            reader,
            catalog,
            access: createOwnerAccess({ permissions, catalog }),
          }),
        );
      },
    });
  },
});
