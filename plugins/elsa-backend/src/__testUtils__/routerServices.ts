import { mockCredentials, mockServices } from '@backstage/backend-test-utils';

/** What the router needs of the backend: a signed-in user, and nobody who listens. */
export const routerServices = () => ({
  httpAuth: mockServices.httpAuth({
    defaultCredentials: mockCredentials.user(),
  }),
  auditor: mockServices.auditor.mock({
    createEvent: async () => ({
      success: async () => {},
      fail: async () => {},
    }),
  }),
  logger: mockServices.logger.mock(),
});
