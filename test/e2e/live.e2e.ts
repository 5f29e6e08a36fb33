import { banner, expectHealth, panel, SOON, tabPath } from './lib/elsaTab';
import { sandbox } from './lib/sandbox';
import { expect, test } from './lib/test';

/** What is broken here must not stay so for the tests that come after. */
test.afterEach(() => sandbox('heal', 'production-eu'));
test.afterEach(() => sandbox('heal', 'prometheus'));
test.afterEach(() => sandbox('heal', 'payments-production'));

const sources = { name: 'Sources' } as const;

test('a broken database shows while the tab is open, and so does its cure', async ({
  portal,
}) => {
  const page = await portal.open('guest', tabPath('payments-production'));
  await expectHealth(page, 'Healthy');
  await sandbox('break', 'database', 'payments-production');
  await expectHealth(page, 'Degraded');
  await expect(banner(page)).toContainText(/crashes again and again|failing/);
  await expect(panel(page, 'Components')).toContainText(/\d failing/);
  await sandbox('heal', 'payments-production');
  await expectHealth(page, 'Healthy');
});

for (const { words, state } of [
  { words: ['api-down', 'production-eu'], state: 'unreachable' },
  { words: ['api-slow', 'production-eu', '60'], state: 'timed out' },
  { words: ['forbidden', 'production-eu'], state: 'access refused' },
]) {
  test(`${words[0]}: the tab says so and keeps what was read`, async ({
    portal,
  }) => {
    const page = await portal.open('guest', tabPath('payments-production'));
    await expectHealth(page, 'Healthy');
    const [word, ...rest] = words;
    await sandbox(word, ...rest);
    await expect(
      page.getByRole('region', sources).getByRole('listitem').first(),
    ).toContainText(state, SOON);
    await expect(page.getByRole('main')).toContainText(
      `Kubernetes production-eu: ${state}`,
    );
    await expect(panel(page, 'Components')).toContainText('3 of 3 ready');
    await expect(panel(page, 'Components')).toContainText('as of');
    await sandbox('heal', 'production-eu');
    await expect(
      page.getByRole('region', sources).getByRole('listitem').first(),
    ).toContainText('read', SOON);
    await expectHealth(page, 'Healthy');
  });
}

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

test('an expired certificate degrades the environment', async ({ portal }) => {
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
