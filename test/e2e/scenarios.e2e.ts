import type { Page } from '@playwright/test';
import { budgetChart, expectHealth, panel, SOON, tabPath } from './lib/elsaTab';
import { picture } from './lib/pictures';
import { LAPTOP } from './lib/portal';
import { expect, test } from './lib/test';
import type { User } from './lib/users';

const DESKTOP = { width: 1920, height: 1080 };
const PHONE = { width: 390, height: 844 };

/** A row of a panel's list, by a text in it. */
const row = (page: Page, panelName: string, text: string) =>
  panel(page, panelName).getByRole('listitem').filter({ hasText: text });

async function expectBudgets(page: Page, slos: string[]) {
  for (const slo of slos) {
    await expect(row(page, 'SLOs', slo)).toContainText(
      /([0-9.]+% of the budget left|budget overspent)/,
      SOON,
    );
  }
}

test('payments-production is healthy, with budgets from a month of history', async ({
  portal,
}) => {
  const page = await portal.open('guest', tabPath('payments-production'));
  await expectHealth(page, 'Healthy');
  await expect(row(page, 'Components', 'Server')).toContainText('3 of 3 ready');
  await expect(row(page, 'Components', 'Database')).toContainText('Healthy');
  await expectBudgets(page, ['Availability', 'Latency', 'Success']);
  await expect(panel(page, 'Alerts')).not.toContainText(/[1-9]\d* firing/);
  await expect(panel(page, 'Delivery')).toContainText('Synced');
  await expect(panel(page, 'Delivery')).toContainText('Payments');
  await picture(page, 'tab-healthy');

  const chart = await budgetChart(page);
  // A month, not the minutes since the start.
  await expect(chart).toHaveAccessibleName(/between .+ and .+/);
  await picture(page, 'slo-detail');
});

test('payments-staging is degraded, says why and what to do', async ({
  portal,
}) => {
  const page = await portal.open('guest', tabPath('payments-staging'));
  await expectHealth(page, 'Degraded');
  await expect(row(page, 'Components', 'Server')).toContainText(
    '1 failing',
    SOON,
  );
  await expect(row(page, 'SLOs', 'Success')).toContainText('Burning', SOON);
  await expect(panel(page, 'Alerts')).toContainText(/[1-9]\d* firing/, SOON);
  await picture(page, 'tab-degraded');

  const reasons = page.getByRole('region', { name: 'Why, and what to do' });
  await expect(reasons).toContainText('CrashLoopBackOff', SOON);
  await expect(reasons).toContainText(
    /kubectl --namespace=payments-staging logs pod\/payments-staging-server-\S+ --container=server --previous/,
  );
  const alerts = page.getByRole('region', { name: 'Alerts', exact: true });
  await expect(
    alerts.getByRole('row', { name: /ElsaErrorBudgetBurn Firing critical/ }),
  ).not.toHaveCount(0, SOON);
  const pods = page.getByRole('table', { name: 'Pods of Server' });
  await expect(pods).toContainText('CrashLoopBackOff');
  await expect(pods).toContainText('exit code 1');
});

test('the log of a crashed server names the wrong password', async ({
  portal,
}) => {
  // The platform team: the Kubernetes plugin cannot limit logs to owners.
  const page = await portal.open('pat', tabPath('payments-staging'));
  const dialog = page.getByRole('dialog');
  // A log is read once: that of a container which has just started is short.
  await expect(async () => {
    await page
      .getByRole('table', { name: 'Pods of Server' })
      .getByRole('button', { name: /Logs/ })
      .click();
    try {
      await expect(dialog).toContainText(/password authentication failed/, {
        timeout: 10_000,
      });
    } finally {
      await page.keyboard.press('Escape');
      await expect(dialog).toHaveCount(0);
    }
  }).toPass(SOON);
});

test('who may not read logs is told who may, in place of the buttons', async ({
  portal,
}) => {
  const page = await portal.open('guest', tabPath('payments-staging'));
  const details = page.getByRole('region', { name: 'Components and pods' });
  await expect(
    details.getByRole('table', { name: 'Pods of Server' }),
  ).toContainText('CrashLoopBackOff', SOON);
  await expect(
    details.getByText(/You do not have permission to read logs in this portal/),
  ).toHaveCount(1);
  await expect(details.getByRole('button', { name: /^Logs of/ })).toHaveCount(
    0,
  );
});

test('orders-production is at the limit of its autoscaler', async ({
  portal,
}) => {
  const page = await portal.open('olivia', tabPath('orders-production'));
  await expectHealth(page, 'Healthy');
  await expect(row(page, 'Components', 'Server')).toContainText(
    '6 (min 3, max 6), at its maximum',
  );
  await expectBudgets(page, ['Success']);
  await expect(page.getByRole('main')).toContainText(
    'HorizontalPodAutoscaler orders-production-server is at its limit of 6 replicas.',
  );
  await picture(page, 'tab-limit');
});

test('billing-staging is out of sync and its owner is gone', async ({
  portal,
}) => {
  const page = await portal.open('guest', tabPath('billing-staging'));
  await expectHealth(page, 'Healthy');
  await expect(panel(page, 'Delivery')).toContainText('OutOfSync');
  await expect(panel(page, 'Delivery')).toContainText(/\d objects? differ/);
  await expect(panel(page, 'Delivery')).toContainText('not in the catalog');
  await expectBudgets(page, ['Success']);
  await picture(page, 'tab-out-of-sync');
});

test('legacy-workflows is shown to those who may see what nobody registered', async ({
  portal,
}) => {
  const pat = await portal.open('pat', '/elsa?owner=all');
  const unregistered = pat.getByRole('region', { name: 'Not in the catalog' });
  await expect(unregistered).toContainText('legacy-workflows', SOON);
  const table = pat.getByRole('table', { name: 'Elsa environments' });
  await expect(table).toContainText('orders-production');
  await expect(table).toContainText('payments-production');
  await expect(table).not.toContainText('legacy-workflows');
  await picture(pat, 'environments');
  await pat.emulateMedia({ colorScheme: 'dark' });
  await expect(pat.locator('[data-theme-mode="dark"]')).toHaveCount(1);
  await picture(pat, 'environments-dark');

  const guest = await portal.open('guest', '/elsa?owner=all');
  await expect(
    guest.getByRole('table', { name: 'Elsa environments' }),
  ).toContainText('payments-production');
  await expect(
    guest.getByRole('region', { name: 'Not in the catalog' }),
  ).toHaveCount(0);
  await expect(guest.getByText('legacy-workflows')).toHaveCount(0);
});

const TABS: Array<{ name: string; user: User; image?: string }> = [
  { name: 'payments-production', user: 'guest', image: 'tab-healthy' },
  { name: 'payments-staging', user: 'guest', image: 'tab-degraded' },
  { name: 'orders-production', user: 'olivia' },
  { name: 'billing-staging', user: 'guest' },
];

for (const { name, user, image } of TABS) {
  test(`${name} fits every screen, in light and dark`, async ({ portal }) => {
    const page = await portal.open(user, tabPath(name));
    await expectBudgets(page, ['Success']);

    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(
        page.locator(`[data-theme-mode="${colorScheme}"]`),
      ).toHaveCount(1);
      for (const size of [LAPTOP, DESKTOP, PHONE]) {
        await page.setViewportSize(size);
        // Nothing sticks out to the right.
        await expect
          .poll(() =>
            page.evaluate(
              () =>
                document.documentElement.scrollWidth -
                document.documentElement.clientWidth,
            ),
          )
          .toBe(0);
        if (size !== PHONE) {
          const sources = page.getByRole('region', { name: 'Sources' });
          for (const part of [
            page.getByRole('region', { name: 'Health', exact: true }),
            panel(page, 'Components'),
            panel(page, 'SLOs'),
            panel(page, 'Alerts'),
            panel(page, 'Delivery'),
            sources,
          ]) {
            await expect(part).toBeInViewport({ ratio: 1 });
          }
        }
      }
      if (image && colorScheme === 'dark') {
        await picture(page, `${image}-phone-dark`);
        await page.setViewportSize(LAPTOP);
        await picture(page, `${image}-dark`);
      } else if (image) {
        await picture(page, `${image}-phone`);
      }
    }
  });
}
