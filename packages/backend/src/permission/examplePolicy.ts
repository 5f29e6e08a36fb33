import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { ElsaExamplePolicy } from './ElsaExamplePolicy';

/** Installs {@link ElsaExamplePolicy}. */
export default createBackendModule({
  pluginId: 'permission',
  moduleId: 'elsa-example-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new ElsaExamplePolicy());
      },
    });
  },
});
