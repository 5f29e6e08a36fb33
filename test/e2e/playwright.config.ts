import { defineConfig } from '@playwright/test';
import { APP, BACKEND } from './lib/addresses';

const chromium = process.env.CHROMIUM;

/**
 * `development`: the pages open without an error in what `npm start` starts,
 * where React warns. Otherwise all tests, against the production build.
 */
const isDevelopment = process.env.ELSA_E2E_PORTAL === 'development';

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  // Another run beside this one keeps its own.
  outputDir: `../../test-results/${new URL(BACKEND).port}`,
  globalSetup: './portal.ts',
  // One portal and one sandbox serve all tests, and scenarios change it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only at the second try is reported, not hidden.
  retries: process.env.CI ? 1 : 0,
  metadata: { portal: isDevelopment ? 'development' : 'production' },
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  // What changes the stage comes last: an error budget does not forget.
  projects: isDevelopment
    ? [{ name: 'development', testMatch: 'console.e2e.ts' }]
    : [
        { name: 'portal', testIgnore: 'live.e2e.ts' },
        { name: 'changes', testMatch: 'live.e2e.ts' },
      ],
  use: {
    baseURL: isDevelopment ? APP : BACKEND,
    viewport: { width: 1366, height: 768 },
    actionTimeout: 30_000,
    screenshot: 'only-on-failure',
    // A trace holds the whole app for each tab: only when a test is repeated.
    trace: 'on-first-retry',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
