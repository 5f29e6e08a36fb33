import type { Locator } from '@playwright/test';
import { expectAccessible } from './lib/accessibility';
import { budgetChart, panel, SOON, tabPath } from './lib/elsaTab';
import { expect, test } from './lib/test';

const visible = (part: Locator) => () => expect(part).toBeVisible(SOON);

for (const name of ['payments-production', 'payments-staging']) {
  test(`the tab of ${name}`, async ({ portal }) => {
    const page = await portal.open('guest', tabPath(name));
    await expectAccessible(page, async () => {
      await expect(panel(page, 'SLOs')).toContainText(
        'of the budget left',
        SOON,
      );
      await budgetChart(page);
    });
  });
}

test('the card', async ({ portal }) => {
  const page = await portal.open(
    'guest',
    '/catalog/default/component/payments-staging',
  );
  const card = 'article:has(a[href$="/elsa"])';
  await expectAccessible(
    page,
    visible(page.locator(card).getByText('Degraded', { exact: true })),
    card,
  );
});

test('the list of environments', async ({ portal }) => {
  const page = await portal.open('pat', '/elsa?owner=all');
  await expectAccessible(
    page,
    visible(
      page
        .getByRole('region', { name: 'Not in the catalog' })
        .getByText('legacy-workflows')
        .first(),
    ),
  );
});

test('home', async ({ portal }) => {
  const page = await portal.open('guest', '/');
  await expectAccessible(
    page,
    visible(page.getByRole('link', { name: 'Open the form' })),
  );
});

test('sign-in', async ({ portal }) => {
  const page = await portal.signedOut();
  await expectAccessible(
    page,
    visible(page.getByRole('button', { name: 'Sign in as Olivia of Orders' })),
  );
  await page.close();
});
