import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expectHealth, SOON, tabPath } from './lib/elsaTab';
import { expect, test } from './lib/test';

/** The parts of a page that are not ours but Backstage's. */
const UPSTREAM = [
  // Material UI 4 in the scaffolder: the stepper, its fields and its buttons.
  '[class*="MuiStepper"]',
  '[class*="MuiFormControl"]',
  '[class*="MuiAutocomplete"]',
  // Toasts of the notifications plugin.
  '[aria-label$="notifications."]',
];

/** Both colour schemes of one state of a page. */
async function expectAccessible(page: Page, include = 'main, [role="main"]') {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(
      page.locator(`[data-theme-mode="${colorScheme}"]`),
    ).toHaveCount(1);
    const builder = new AxeBuilder({ page }).include(include);
    UPSTREAM.forEach(selector => builder.exclude(selector));
    const { violations } = await builder.analyze();
    expect(
      violations.map(({ id, nodes }) => ({
        id,
        scheme: colorScheme,
        nodes: nodes.map(node => `${node.html} ${node.failureSummary}`),
      })),
    ).toEqual([]);
  }
}

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
    await page.getByRole('img', { name: /^Error budget left: from/ }).waitFor();
    await expectAccessible(page);
  });
}

test('the card', async ({ portal }) => {
  const page = await portal.open(
    'guest',
    '/catalog/default/component/payments-staging',
  );
  const card = 'article:has(a[href$="/elsa"])';
  await expect(page.locator(card)).toContainText('Degraded');
  await expectAccessible(page, card);
});

test('the list of environments', async ({ portal }) => {
  const page = await portal.open('pat', '/elsa?owner=all');
  await expect(
    page.getByRole('region', { name: 'Not in the catalog' }),
  ).toContainText('legacy-workflows', SOON);
  await expectAccessible(page);
});

test('home', async ({ portal }) => {
  const page = await portal.open('guest', '/');
  await page.getByRole('link', { name: 'Open the form' }).waitFor();
  await expectAccessible(page);
});

test('sign-in', async ({ portal }) => {
  const page = await portal.signedOut();
  await page
    .getByRole('button', { name: 'Sign in as Olivia of Orders' })
    .waitFor({ timeout: 120_000 });
  await expectAccessible(page);
  await page.close();
});

test('the tab can be used with the keyboard alone', async ({ portal }) => {
  const page = await portal.open('guest', tabPath('payments-staging'));
  await expectHealth(page, 'Degraded');
  const refresh = page.getByRole('button', { name: 'Refresh now' });
  await refresh.waitFor();

  const reached = async (name: RegExp) => {
    for (let presses = 0; presses < 60; presses++) {
      const focused = page.locator(':focus');
      const text = await focused.evaluate(
        element =>
          element.getAttribute('aria-label') ?? element.textContent ?? '',
      );
      if (name.test(text)) return focused;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${name}`);
  };
  await page.getByRole('link', { name: 'Elsa', exact: true }).last().focus();
  await reached(/Why, and what to do|more reason/);
  await reached(/^Refresh now$/);
  await page.keyboard.press('Enter');
  await expect(refresh).toBeEnabled();
  const reason = await reached(/CrashLoopBackOff/);
  const details = page.locator('details').first();
  await expect(details).toHaveAttribute('open', '');
  await page.keyboard.press('Enter');
  await expect(details).not.toHaveAttribute('open', '');
  await expect(reason).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(details).toHaveAttribute('open', '');
  await reached(/^Copy the command/);
  await reached(/^Success$/);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator(':focus')).toHaveText('Latency');
});
