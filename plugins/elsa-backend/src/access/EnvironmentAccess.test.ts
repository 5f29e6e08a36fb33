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

  describe('while the permission framework has no answer', () => {
    const MINUTE = 60_000;
    const ref = 'component:default/payments';
    const other = 'component:default/orders';
    let now: number;
    let isDown: boolean;
    let access: EnvironmentAccess;

    beforeEach(() => {
      now = Date.parse('2026-11-28T12:00:00Z');
      isDown = false;
      const failIfDown = () => {
        if (isDown) throw new Error('no connection to the database');
      };
      access = new EnvironmentAccess({
        auth: mockServices.auth(),
        permissions: mockServices.permissions.mock({
          authorizeConditional: async questions => {
            failIfDown();
            return questions.map(() => ({
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: { rule: 'IS', resourceType: 'x', params: {} },
            })) as never;
          },
          authorize: async questions => {
            failIfDown();
            return questions.map(question => ({
              result:
                'resourceRef' in question && question.resourceRef === ref
                  ? AuthorizeResult.ALLOW
                  : AuthorizeResult.DENY,
            }));
          },
        }),
        decisionTtlMs: MINUTE,
        now: () => now,
      });
    });

    const readable = async () => ({
      one: await access.isReadable(olivia(), ref),
      another: await access.isReadable(olivia(), other),
      list: (
        await access.filterReadable(olivia(), [
          { entityRef: ref },
          { entityRef: other },
        ])
      ).map(({ entityRef }) => entityRef),
    });
    const allowed = { one: true, another: false, list: [ref] };

    it('should let the last answers stand for ten minutes', async () => {
      await expect(readable()).resolves.toEqual(allowed);
      isDown = true;
      now += 9 * MINUTE;
      await expect(readable()).resolves.toEqual(allowed);
      now += 2 * MINUTE;
      await expect(readable()).rejects.toThrow('no connection');
      isDown = false;
      await expect(readable()).resolves.toEqual(allowed);
    });

    it('should answer nothing to who was never answered', async () => {
      isDown = true;
      await expect(access.isReadable(olivia(), ref)).rejects.toThrow(
        'no connection',
      );
    });

    it('should grant nothing that was never asked for', async () => {
      await access.isReadable(olivia(), ref);
      isDown = true;
      for (const wait of [0, 2 * MINUTE]) {
        now += wait;
        await expect(
          access.isReadable(olivia(), 'component:default/never-asked'),
        ).rejects.toThrow('no connection');
      }
    });
  });
});
