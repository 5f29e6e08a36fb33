import { banner, expectHealth, panel, SOON, tabPath } from './lib/elsaTab';
import { sandbox } from './lib/sandbox';
import { expect, test } from './lib/test';

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
    await expect(banner(page)).toContainText(/crashes/, SOON);
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
  test.use({ expectedErrors: [/status of 503.*\/slos\/[a-z]+\/series/] });

  test.afterEach(async () => {
    await sandbox('heal', 'production-eu');
    await sandbox('heal', 'prometheus');
  });

  test('a cluster that is down, forbids or is slow is named, and what was read stays', async ({
    portal,
  }) => {
    test.setTimeout(300_000);
    const page = await portal.open('guest', tabPath('payments-production'));
    const source = page
      .getByRole('region', { name: 'Sources' })
      .getByRole('listitem')
      .filter({ hasText: 'Kubernetes production-eu' });
    await expectHealth(page, 'Healthy');
    for (const { words, state } of [
      { words: ['api-down', 'production-eu'], state: 'unreachable' },
      { words: ['forbidden', 'production-eu'], state: 'access refused' },
      { words: ['api-slow', 'production-eu', '60'], state: 'timed out' },
    ]) {
      await sandbox('heal', 'production-eu');
      const [word, ...rest] = words;
      await sandbox(word, ...rest);
      await expect(source).toContainText(state, SOON);
      await expect(page.getByRole('main')).toContainText(
        `Kubernetes production-eu: ${state}`,
      );
      await expect(panel(page, 'Components')).toContainText('3 of 3 ready');
      await expect(panel(page, 'Components')).toContainText('as of');
    }
    await sandbox('heal', 'production-eu');
    await expect(source).toContainText('read', SOON);
    await expectHealth(page, 'Healthy');
  });

  test('without Prometheus the budgets stay, marked with their age', async ({
    portal,
  }) => {
    const page = await portal.open('guest', tabPath('payments-production'));
    await expect(panel(page, 'SLOs')).toContainText('of the budget left', SOON);
    await sandbox('prometheus-down');
    await expect(page.getByRole('main')).toContainText(
      'Prometheus sandbox: unreachable',
      SOON,
    );
    await expect(panel(page, 'SLOs')).toContainText('of the budget left');
    await expect(panel(page, 'SLOs')).toContainText('as of');
    await expectHealth(page, 'Healthy');
    await sandbox('heal', 'prometheus');
    await expect(page.getByRole('main')).not.toContainText(
      'Prometheus sandbox: unreachable',
      SOON,
    );
  });
});
