import type { Locator, Page } from '@playwright/test';
import { expect } from './test';

/** Collections run each 15 seconds; evaluations of rules as often. */
export const SOON = { timeout: 90_000 };

export const tabPath = (name: string) =>
  `/catalog/default/component/${name}/elsa`;

/** A panel of the first look, by its heading. */
export const panel = (page: Page, name: string): Locator =>
  page.getByRole('group', { name, exact: true });

/** The banner with the health in words. */
export const banner = (page: Page): Locator =>
  page.getByRole('region', { name: 'Health', exact: true });

export async function expectHealth(page: Page, health: string) {
  await expect(banner(page)).toContainText(health, SOON);
}
