import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './test';

/** The parts of our pages that Backstage draws. */
const UPSTREAM = [
  // Material UI 4 in the scaffolder: the stepper, its fields and its buttons.
  '[class*="MuiStepper"]',
  '[class*="MuiFormControl"]',
  '[class*="MuiAutocomplete"]',
  // Toasts of the notifications plugin.
  '[aria-label$="notifications."]',
];

/** In which a page is drawn anew after its colours changed. */
const REDRAW_MILLISECONDS = 500;

/** Checks a part of a page as it is now. */
export async function expectNoViolations(page: Page, include: string) {
  const builder = new AxeBuilder({ page }).include(include);
  UPSTREAM.forEach(selector => builder.exclude(selector));
  const { violations } = await builder.analyze();
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(node => `${node.html} ${node.failureSummary}`),
    })),
  ).toEqual([]);
}

/** Checks a part of a page in both colour schemes. */
export async function expectAccessible(
  page: Page,
  /** Waits until the part is there, which is drawn anew in the other colours. */
  ready: () => Promise<void>,
  include = 'main, [role="main"]',
) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(
      page.locator(`[data-theme-mode="${colorScheme}"]`),
    ).toHaveCount(1);
    // The page in the old colours may be what was ready, and go meanwhile.
    await expect(async () => {
      await ready();
      await expect(page.locator(include).first()).toBeVisible({ timeout: 200 });
      await page.waitForTimeout(REDRAW_MILLISECONDS);
      await expect(page.locator(include).first()).toBeVisible({ timeout: 200 });
    }).toPass();
    await ready();
    await expectNoViolations(page, include);
  }
}
