import { defineConfig } from '@playwright/test';

const chromium = process.env.CHROMIUM;

export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e.ts',
  outputDir: '../../test-results',
  globalSetup: './portal.ts',
  // One portal and one sandbox serve all tests, and scenarios change it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only at the second try is reported, not hidden.
  retries: process.env.CI ? 2 : 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json']],
  // What changes the stage comes last: an error budget does not forget.
  projects: [
    { name: 'portal', testIgnore: 'live.e2e.ts' },
    { name: 'changes', testMatch: 'live.e2e.ts' },
  ],
  use: {
    baseURL: 'http://localhost:3000',
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
