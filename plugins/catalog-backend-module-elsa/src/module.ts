import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { ElsaEnvironmentProcessor } from './ElsaEnvironmentProcessor';

/**
 * Refuses environment entities that could not be matched to a cluster, with
 * an error that says what to change.
 *
 * @public
 */
export const catalogModuleElsa = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'elsa',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(new ElsaEnvironmentProcessor());
      },
    });
  },
});
