import type { Page } from '@playwright/test';
import { banner, expectHealth, panel, SOON, tabPath } from './lib/elsaTab';
import { sandbox } from './lib/sandbox';
import { expect, test } from './lib/test';

/**
 * Waits until a source is in this state, asking for it as an owner does: a
 * source that failed is left alone for longer and longer otherwise.
 */
async function expectSource(page: Page, name: string, state: string) {
  const source = page
    .getByRole('region', { name: 'Sources' })
    .getByRole('listitem')
    .filter({ hasText: name });
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await expect(source).toContainText(state, { timeout: 12_000 });
  }).toPass(SOON);
}

test.describe('an environment that changes while the tab is open', () => {
  // As it is at the start, for the tests that come after.
  test.afterEach(async () => {
    await sandbox('heal', 'payments-staging');
    await sandbox('break', 'database', 'payments-staging');
  });

  test('its cure shows, and so does the next break', async ({ portal }) => {
    const page = await portal.open('guest', tabPath('payments-staging'));
    await expectHealth(page, 'Degraded');
    await sandbox('heal', 'payments-staging');
    await expectHealth(page, 'Healthy');
    await expect(panel(page, 'Components')).not.toContainText('failing');
    await sandbox('break', 'database', 'payments-staging');
    await expectHealth(page, 'Degraded');
    await expect(banner(page)).toContainText(/keeps crashing/, SOON);
    await expect(panel(page, 'Components')).toContainText('1 failing');
  });

  test('a certificate expires', async ({ portal }) => {
    const page = await portal.open('guest', tabPath('payments-staging'));
    await expectHealth(page, 'Degraded');
    await sandbox('expire-certificate', 'payments-staging');
    await expect(
      page.getByRole('region', { name: 'Why, and what to do' }),
    ).toContainText(/certificate.*expired/i, SOON);
    await expect(
      page.getByRole('region', { name: /^Data services/ }),
    ).toContainText('expired');
  });
});

test.describe('a source that fails', () => {
  // Chromium writes an error for each answer that is not 200.
  test.use({
    // And 429 where it is asked for again sooner than the backend allows. One
    // expression: Playwright takes a list of two for a value with options.
    expectedErrors: [/status of (503.*\/slos\/[a-z]+\/series|429.*\/refresh)/],
  });

  test.afterEach(async () => {
    await sandbox('heal', 'production-eu');
    await sandbox('heal', 'prometheus');
  });

  for (const { title, action, state } of [
    {
      title: 'is down',
      action: ['api-down', 'production-eu'],
      state: 'unreachable',
    },
    {
      title: 'refuses the portal',
      action: ['forbidden', 'production-eu'],
      state: 'access denied',
    },
    {
      title: 'is slow',
      action: ['api-slow', 'production-eu', '60'],
      state: 'timed out',
    },
  ]) {
    test(`a cluster that ${title} is named, and what was read stays`, async ({
      portal,
    }) => {
      const page = await portal.open('guest', tabPath('payments-production'));
      await expectHealth(page, 'Healthy');
      const [word, ...rest] = action;
      await sandbox(word, ...rest);
      await expectSource(page, 'Kubernetes production-eu', state);
      await expect(page.getByRole('main')).toContainText(
        `Kubernetes production-eu: ${state}`,
      );
      await expect(panel(page, 'Components')).toContainText('3 of 3 ready');
      await expect(panel(page, 'Components')).toContainText('as of');

      await sandbox('heal', 'production-eu');
      await expectSource(page, 'Kubernetes production-eu', 'up to date');
      await expectHealth(page, 'Healthy');
    });
  }

  test('without Prometheus the budgets stay, marked with their age', async ({
    portal,
  }) => {
    const page = await portal.open('guest', tabPath('payments-production'));
    await expect(panel(page, 'SLOs')).toContainText('of the budget left', SOON);
    await sandbox('prometheus-down');
    await expectSource(page, 'Prometheus sandbox', 'unreachable');
    await expect(page.getByRole('main')).toContainText(
      'Prometheus sandbox: unreachable',
    );
    await expect(panel(page, 'SLOs')).toContainText('of the budget left');
    await expect(panel(page, 'SLOs')).toContainText('as of');
    await expectHealth(page, 'Healthy');
    await sandbox('heal', 'prometheus');
    await expectSource(page, 'Prometheus sandbox', 'up to date');
    await expect(page.getByRole('main')).not.toContainText(
      'Prometheus sandbox: unreachable',
    );
  });
});
