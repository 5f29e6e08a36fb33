import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';

/** Somebody of the example organisation who belongs to no team. */
export const outsider = {
  providerId: 'outsider',
  userEntityRef: 'user:default/bill',
};

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize: () => ({}),
  authenticate: async () => ({ result: {} }),
});

/** Lets that person sign in, which the example's own sign-in does not offer. */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'outsider-sign-in',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: outsider.providerId,
          factory: createProxyAuthProviderFactory({
            authenticator,
            signInResolver: (_info, ctx) =>
              ctx.signInWithCatalogUser({
                entityRef: outsider.userEntityRef,
              }),
          }),
        });
      },
    });
  },
});
