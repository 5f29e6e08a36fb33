import { mockServices } from '@backstage/backend-test-utils';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { EnvironmentAccess } from './EnvironmentAccess';

type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

const olivia = (actor?: string): UserCredentials => ({
  $$type: '@backstage/BackstageCredentials',
  principal: {
    type: 'user',
    userEntityRef: 'user:default/olivia',
    ...(actor && { actor: { type: 'service', subject: actor } }),
  },
});

describe('EnvironmentAccess', () => {
  it('should not let what acts for a user share the answers of that user', async () => {
    const authorizeConditional = jest.fn(
      async (questions: unknown[], options: unknown) => {
        const { principal } = (options as { credentials: UserCredentials })
          .credentials;
        return questions.map(() => ({
          result: principal.actor
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        }));
      },
    );
    const access = new EnvironmentAccess({
      auth: mockServices.auth(),
      permissions: mockServices.permissions.mock({ authorizeConditional }),
      decisionTtlMs: 60_000,
    });
    const ref = 'component:default/payments';
    for (let round = 0; round < 2; round += 1) {
      await expect(access.isReadable(olivia(), ref)).resolves.toBe(true);
      for (const actor of ['plugin:assistant', 'plugin:other']) {
        await expect(access.isReadable(olivia(actor), ref)).resolves.toBe(
          false,
        );
      }
    }
    // Asked once for each of them, remembered in the second round.
    expect(authorizeConditional).toHaveBeenCalledTimes(3);
  });
});
