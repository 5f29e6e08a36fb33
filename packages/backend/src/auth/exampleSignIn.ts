import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  authProvidersExtensionPoint,
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { exampleUsers } from './exampleUsers';

const authenticator = createProxyAuthenticator({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize({ config }) {
    return (
      process.env.NODE_ENV === 'development' ||
      config.getOptionalBoolean('dangerouslyAllowOutsideDevelopment') === true
    );
  },
  async authenticate(_options, isAllowed: boolean) {
    if (!isAllowed) {
      throw new NotAllowedError(
        'Signing in as an example user is off outside development. Configure a real provider under auth.providers, or, for a trial only, set auth.providers.<provider>.dangerouslyAllowOutsideDevelopment to true.',
      );
    }
    return { result: {} };
  },
});

/**
 * Sign-in without a password as members of different teams, so that ownership
 * and permissions can be tried. Replace it with the organisation's provider.
 */
export default createBackendModule({
  pluginId: 'auth',
  moduleId: 'example-sign-in',
  register(env) {
    env.registerInit({
      deps: {
        providers: authProvidersExtensionPoint,
        config: coreServices.rootConfig,
      },
      async init({ providers, config }) {
        for (const { providerId, userEntityRef } of exampleUsers) {
          if (!config.has(`auth.providers.${providerId}`)) continue;
          providers.registerProvider({
            providerId,
            factory: createProxyAuthProviderFactory({
              authenticator,
              signInResolver: (_info, ctx) =>
                ctx.signInWithCatalogUser({ entityRef: userEntityRef }),
            }),
          });
        }
      },
    });
  },
});
