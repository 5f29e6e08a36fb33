import { expectHealth, tabPath } from './lib/elsaTab';
import { expect, test } from './lib/test';

test.describe('what the example policy hides', () => {
  // Chromium writes an error for each answer that is not 200.
  test.use({
    expectedErrors: [/responded with a status of 404.*\/api\/elsa\//],
  });

  test('a guest may not see the production of another team', async ({
    portal,
  }) => {
    const page = await portal.open('guest', tabPath('orders-production'));
    const main = page.getByRole('main');
    await expect(main).toContainText('You may not see this environment');
    await expect(main).not.toContainText('ready');
  });
});

test('a guest sees the staging of another team, and cannot refresh it', async ({
  portal,
}) => {
  const page = await portal.open('guest', tabPath('billing-staging'));
  await expectHealth(page, 'Healthy');
  await expect(page.getByRole('button', { name: 'Refresh now' })).toHaveCount(
    0,
  );
});
