import type { Page } from '@playwright/test';
import { expectHealth, SOON, tabPath } from './lib/elsaTab';
import { expect, test } from './lib/test';

const refreshButton = (page: Page) =>
  page.getByRole('button', { name: 'Refresh now' });

const table = (page: Page) =>
  page.getByRole('table', { name: 'Elsa environments' });

test.describe('the production of another team', () => {
  // Chromium writes an error for each answer that is not 200.
  test.use({ expectedErrors: [/status of 404.*\/api\/elsa\/environments\//] });

  for (const [user, name] of [
    ['guest', 'orders-production'],
    ['olivia', 'payments-production'],
  ] as const) {
    test(`${user} sees nothing of ${name}`, async ({ portal }) => {
      const page = await portal.open(user, tabPath(name));
      const main = page.getByRole('main');
      await expect(main).toContainText(
        'You do not have access to this environment',
      );
      await expect(main).not.toContainText(/ready|Healthy|Degraded|Synced/);
      await expect(refreshButton(page)).toHaveCount(0);

      const card = await portal.open(
        user,
        `/catalog/default/component/${name}`,
      );
      await expect(card.getByRole('main')).toContainText(
        'You do not have access to this environment',
      );

      const list = await portal.open(user, '/elsa?owner=all');
      await expect(table(list)).toContainText('billing-staging');
      await expect(list.getByText(name)).toHaveCount(0);
    });
  }
});

test('owners can refresh their environment, others only look', async ({
  portal,
}) => {
  const guest = await portal.open('guest', tabPath('payments-staging'));
  await expect(refreshButton(guest)).toBeVisible();
  // What was read less than ten seconds ago is not read again.
  await expect(async () => {
    await refreshButton(guest).click();
    await expect(guest.getByRole('region', { name: 'Sources' })).toContainText(
      /Kubernetes staging-eu\s*up to date\s*(now|[0-5] sec)/,
      { timeout: 11_000 },
    );
  }).toPass(SOON);

  const olivia = await portal.open('olivia', tabPath('payments-staging'));
  await expectHealth(olivia, 'Degraded');
  await expect(refreshButton(olivia)).toHaveCount(0);
});

test('the list starts with what is mine', async ({ portal }) => {
  const guest = await portal.open('guest', '/elsa');
  await expect(table(guest)).toContainText('payments-production');
  await expect(table(guest)).toContainText('payments-staging');
  await expect(table(guest)).not.toContainText('billing-staging');

  const olivia = await portal.open('olivia', '/elsa');
  await expect(table(olivia)).toContainText('orders-production');
  await expect(table(olivia)).not.toContainText('payments');
});
