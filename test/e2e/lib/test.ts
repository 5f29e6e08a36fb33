import { expect, test as base } from '@playwright/test';
import { Portal } from './portal';

interface Fixtures {
  /**
   * Console errors that a test brings about on purpose, such as those that
   * Chromium itself writes for each answer that is not 200.
   */
  expectedErrors: RegExp[];
  noConsoleErrors: void;
}

export const test = base.extend<Fixtures, { portal: Portal }>({
  portal: [
    async ({ browser }, use, { project }) => {
      const context = await browser.newContext({
        baseURL: project.use.baseURL,
        locale: 'en-GB',
        reducedMotion: 'reduce',
      });
      await use(new Portal(context));
      await context.close();
    },
    { scope: 'worker', timeout: 0 },
  ],
  expectedErrors: [[], { option: true }],
  noConsoleErrors: [
    async ({ portal, expectedErrors }, use) => {
      portal.takeErrors();
      await use();
      const errors = portal
        .takeErrors()
        .filter(error => !expectedErrors.some(known => known.test(error)));
      expect(errors, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
