import request from 'supertest';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import authPlugin from '@backstage/plugin-auth-backend';
import exampleSignIn from './exampleSignIn';

const user = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: [] },
});

function startBackend(providers: object) {
  return startTestBackend({
    features: [
      authPlugin,
      exampleSignIn,
      catalogServiceMock.factory({
        entities: [user('guest'), user('olivia'), user('pat')],
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: { environment: 'development', providers },
        },
      }),
    ],
  });
}

describe('exampleSignIn', () => {
  it('should sign each provider in as its own user', async () => {
    const allowed = { dangerouslyAllowOutsideDevelopment: true };
    const { server } = await startBackend({
      guest: allowed,
      'example-orders': allowed,
      'example-platform': allowed,
    });
    for (const [provider, ref] of [
      ['guest', 'user:default/guest'],
      ['example-orders', 'user:default/olivia'],
      ['example-platform', 'user:default/pat'],
    ]) {
      const { status, body } = await request(server).get(
        `/api/auth/${provider}/refresh`,
      );
      expect(status).toBe(200);
      expect(body.backstageIdentity.identity.userEntityRef).toBe(ref);
    }
  });

  it('should refuse outside development unless it is allowed', async () => {
    const { server } = await startBackend({ guest: {} });
    const { status, body } = await request(server).get(
      '/api/auth/guest/refresh',
    );
    expect(status).toBe(403);
    expect(body.error.message).toMatch(/off outside development/);
  });

  it('should leave out providers that are not configured', async () => {
    const { server } = await startBackend({ guest: {} });
    const { status } = await request(server).get(
      '/api/auth/example-orders/refresh',
    );
    expect(status).toBe(404);
  });
});
