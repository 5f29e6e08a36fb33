import { join } from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = join(__dirname, '..', '..', '..', 'docs', 'images');

/**
 * Keeps a picture for the documentation. Only with UPDATE_SCREENSHOTS=1: ages
 * and names of pods differ from run to run, so that each would change them.
 */
export async function picture(
  page: Page,
  name: string,
  /** Of the page, where it is higher than a laptop's screen. */
  height?: number,
): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  const size = page.viewportSize();
  if (height && size) {
    await page.setViewportSize({ width: size.width, height });
  }
  await page.screenshot({
    path: join(FOLDER, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
    // Toasts of notifications come and go over whatever is shown.
    style: `[class*="SnackbarContainer"], [aria-label$="notifications."] {
      visibility: hidden;
    }`,
  });
  if (height && size) await page.setViewportSize(size);
}
