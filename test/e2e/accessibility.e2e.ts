import { expectAccessible } from './lib/accessibility';
import { SOON, tabPath } from './lib/elsaTab';
import { expect, test } from './lib/test';

for (const name of ['payments-production', 'payments-staging']) {
  test(`the tab of ${name}`, async ({ portal }) => {
    const page = await portal.open('guest', tabPath(name));
    await expect(page.getByRole('group', { name: 'SLOs' })).toContainText(
      'of the budget left',
      SOON,
    );
    // Charts come when they are scrolled to.
    await page
      .getByRole('heading', { name: 'Burn rates' })
      .scrollIntoViewIfNeeded();
    await expectAccessible(
      page,
      page.getByRole('img', { name: /^Error budget left: from/ }),
    );
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
    page.locator(card).getByText('Degraded', { exact: true }),
    card,
  );
});

test('the list of environments', async ({ portal }) => {
  const page = await portal.open('pat', '/elsa?owner=all');
  await expectAccessible(
    page,
    page
      .getByRole('region', { name: 'Not in the catalog' })
      .getByText('legacy-workflows')
      .first(),
  );
});

test('home', async ({ portal }) => {
  const page = await portal.open('guest', '/');
  await expectAccessible(
    page,
    page.getByRole('link', { name: 'Open the form' }),
  );
});

test('sign-in', async ({ portal }) => {
  const page = await portal.signedOut();
  await expectAccessible(
    page,
    page.getByRole('button', { name: 'Sign in as Olivia of Orders' }),
  );
  await page.close();
});
