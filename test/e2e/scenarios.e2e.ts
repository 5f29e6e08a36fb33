import type { Page } from '@playwright/test';
import { banner, expectHealth, panel, SOON, tabPath } from './lib/elsaTab';
import { expect, test } from './lib/test';

/** A row of a panel's list, by the text it starts with. */
const row = (page: Page, panelName: string, text: string) =>
  panel(page, panelName).getByRole('listitem').filter({ hasText: text });

test('payments-production is healthy, with budgets from a month of history', async ({
  portal,
}) => {
  const page = await portal.open('guest', tabPath('payments-production'));
  await expectHealth(page, 'Healthy');
  await expect(row(page, 'Components', 'Server')).toContainText('3 of 3 ready');
  await expect(row(page, 'Components', 'Database')).toContainText('Healthy');
  for (const slo of ['Availability', 'Latency', 'Success']) {
    await expect(row(page, 'SLOs', slo)).toContainText(
      /[0-9.]+% of the budget left/,
      SOON,
    );
  }
  await expect(panel(page, 'Alerts')).not.toContainText(/[1-9]\d* firing/);
  await expect(panel(page, 'Delivery')).toContainText('Synced');
  await expect(panel(page, 'Delivery')).toContainText('Payments');
});
