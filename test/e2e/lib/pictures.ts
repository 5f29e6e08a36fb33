import { join } from 'node:path';
import type { Page } from '@playwright/test';

const FOLDER = join(__dirname, '..', '..', '..', 'docs', 'images');

/**
 * Keeps a picture for the documentation. Only with UPDATE_SCREENSHOTS=1: ages
 * and names of pods differ from run to run, so that each would change them.
 */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env.UPDATE_SCREENSHOTS !== '1') return;
  await page.screenshot({
    path: join(FOLDER, `${name}.png`),
    animations: 'disabled',
    caret: 'hide',
  });
}
