import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** Collections run each 15 seconds; evaluations of rules as often. */
export const SOON = { timeout: 90_000 };

export const tabPath = (name: string) =>
  `/catalog/default/component/${name}/elsa`;

/** A panel of the first look, by its heading. */
export const panel = (page: Page, name: string): Locator =>
  page.getByRole('article', { name, exact: true });

/** The banner with the health in words. */
export const banner = (page: Page): Locator =>
  page.getByRole('region', { name: 'Health', exact: true });

export async function expectHealth(page: Page, health: string) {
  await expect(banner(page)).toContainText(health, SOON);
}

/** Scrolls to the charts, which load when they are in sight. */
export async function budgetChart(page: Page): Promise<Locator> {
  const chart = page.getByRole('img', { name: /^Error budget left: from/ });
  await expect(async () => {
    // The page may be drawn anew meanwhile, and starts at its top then.
    await page
      .getByRole('heading', { name: 'Burn rates' })
      .scrollIntoViewIfNeeded();
    await expect(chart).toBeVisible({ timeout: 5_000 });
  }).toPass(SOON);
  return chart;
}
