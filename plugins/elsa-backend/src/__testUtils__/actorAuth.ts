import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/**
 * The test kit's tokens forget that a plugin asks on behalf of a user, and the
 * permission backend tells conditions to nobody but plugins.
 */
export const actorAuthFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const getPluginRequestToken = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async request =>
      auth.isPrincipal(request.onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              request.onBehalfOf.principal.userEntityRef,
              { actor: { subject: `plugin:${plugin.getId()}` } },
            ),
          }
        : getPluginRequestToken(request);
    return auth;
  },
});
