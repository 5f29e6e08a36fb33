import { identityApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField, type TestApi } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { ownerField } from './field';
import { Owner } from './Owner';

jest.setTimeout(30_000);

const group = (name: string, displayName?: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [], profile: { displayName } },
});

function createApis(options: {
  allowed: string[];
  own?: string[];
  authorize?: () => Promise<never>;
}): TestApi[] {
  return [
    [
      catalogApiRef,
      catalogApiMock({
        entities: [
          group('orders', 'Orders'),
          group('payments', 'Payments'),
          group('platform'),
        ],
      }),
    ],
    [
      identityApiRef,
      {
        getBackstageIdentity: async () => ({
          type: 'user',
          userEntityRef: 'user:default/guest',
          ownershipEntityRefs: options.own ?? ['group:default/payments'],
        }),
      },
    ],
    [
      permissionApiRef,
      {
        authorize:
          options.authorize ??
          (async ({ resourceRef }: { resourceRef: string }) => ({
            result: options.allowed.includes(resourceRef)
              ? AuthorizeResult.ALLOW
              : AuthorizeResult.DENY,
          })),
      },
    ],
  ];
}

const GUEST = createApis({
  allowed: ['group:default/payments', 'user:default/guest'],
});

async function listOptions() {
  await userEvent.click(await screen.findByRole('button', { name: /Owner/ }));
  const options = await screen.findAllByRole('option');
  return options.map(option => option.textContent);
}

describe('Owner', () => {
  it('should propose the only own team, and offer no team that would be refused', async () => {
    const { onChange } = renderField(Owner, { apis: GUEST });
    await waitFor(() =>
      expect(onChange).toHaveBeenCalledWith('group:default/payments'),
    );
    expect(await listOptions()).toEqual(['Payments', 'user:default/guest']);
  });

  it('should offer all to those who may create for all, their own first', async () => {
    renderField(Owner, {
      apis: createApis({
        own: ['group:default/platform'],
        allowed: [
          'group:default/orders',
          'group:default/payments',
          'group:default/platform',
        ],
      }),
    });
    expect(await listOptions()).toEqual(['platform', 'Orders', 'Payments']);
  });

  it('should say when there is nobody to create for', async () => {
    renderField(Owner, { apis: createApis({ allowed: [] }) });
    expect(
      await screen.findByText(/You cannot create environments for any team/),
    ).toBeVisible();
  });

  it('should say itself what is wrong, once, with or without an answer', async () => {
    for (const formData of ['group:default/payments', undefined]) {
      const { unmount } = renderField(Owner, {
        formData,
        rawErrors: ['No such owner.'],
        apis: createApis({
          own: [],
          allowed: ['group:default/payments', 'group:default/orders'],
        }),
      });
      expect(await screen.findAllByText('No such owner.')).toHaveLength(1);
      unmount();
    }
  });

  it('should take a typed reference when the teams cannot be asked for', async () => {
    renderField(Owner, {
      apis: createApis({
        allowed: [],
        authorize: async () => {
          throw new Error('503');
        },
      }),
    });
    expect(
      await screen.findByText(/Teams could not be loaded: 503/),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Owner/ })).toBeEnabled();
  });

  it.each([
    ['group:default/payments', []],
    [
      'group:default/orders',
      [
        'You cannot create environments for group:default/orders. Choose a team you belong to.',
      ],
    ],
  ])('should check %s when the page is left', async (owner, expected) => {
    expect(await runValidation(ownerField, owner, { apis: GUEST })).toEqual(
      expected,
    );
  });
});
