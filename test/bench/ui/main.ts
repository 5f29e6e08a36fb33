/*
 * npm run bench -- ui [options]; see docs/benchmarks.md.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { describeMachine } from '../lib/machine';
import { median } from '../lib/statistics';
import { figure, formatTable } from '../lib/table';
import { readOptions, type UiBenchOptions } from './options';
import { addTimer, type Opening, timeOpening } from './pageTimer';
import { revealTab, type Tab, TABS } from './tabs';

/** A development server compiles the app when it is first asked for. */
const LOAD_MILLISECONDS = 180_000;

/** Until the sandbox's environment runs and was collected. */
const HEALTHY_MILLISECONDS = 240_000;

/** `first`: nothing of the tab is in the browser; `again`: its script is. */
type Visit = 'first' | 'again';

const VISITS: readonly Visit[] = ['first', 'again'];

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function signIn(page: Page, options: UiBenchOptions): Promise<void> {
  await page.goto(options.baseUrl, {
    waitUntil: 'commit',
    timeout: LOAD_MILLISECONDS,
  });
  await page
    .getByRole('button', { name: options.signIn })
    .click({ timeout: LOAD_MILLISECONDS });
  await page
    .getByRole('link', { name: 'Catalog', exact: true })
    .waitFor({ timeout: LOAD_MILLISECONDS });
}

async function openOverview(page: Page, options: UiBenchOptions) {
  await page.goto(
    `${options.baseUrl}/catalog/default/component/${options.environment}`,
    { timeout: LOAD_MILLISECONDS },
  );
  await page
    .getByRole('link', { name: 'Overview', exact: true })
    .waitFor({ timeout: LOAD_MILLISECONDS });
  await settle(page);
}

/** Cards of the overview load as well; they must not count as the tab's. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForTimeout(500);
}

async function open(page: Page, tab: Tab): Promise<Opening> {
  const link = await revealTab(page, tab);
  return timeOpening(page, () => link.click(), tab.meaningful);
}

/** Each tab in a browser profile of its own, so that neither warms the other. */
async function measureTab(
  browser: Browser,
  tab: Tab,
  options: UiBenchOptions,
): Promise<Record<Visit, Opening>> {
  const context = await browser.newContext({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
  });
  try {
    const page = await context.newPage();
    await addTimer(page);
    await signIn(page, options);
    await openOverview(page, options);
    const first = await open(page, tab);
    await page.getByRole('link', { name: 'Overview', exact: true }).click();
    await settle(page);
    return { first, again: await open(page, tab) };
  } finally {
    await context.close();
  }
}

/** Waits until there is something to show; nothing of it is measured. */
async function waitUntilHealthy(browser: Browser, options: UiBenchOptions) {
  const page = await browser.newPage();
  await signIn(page, options);
  const deadline = Date.now() + HEALTHY_MILLISECONDS;
  for (;;) {
    await page.goto(
      `${options.baseUrl}/catalog/default/component/${options.environment}/elsa`,
    );
    const banner = page
      .getByRole('region', { name: 'Health', exact: true })
      .filter({ hasText: 'Healthy' });
    try {
      await banner.waitFor({ timeout: 20_000 });
      break;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
  await page.close();
}

function report(results: ReadonlyMap<Tab, Array<Record<Visit, Opening>>>) {
  const of = (tab: Tab, visit: Visit, value: (opening: Opening) => number) =>
    median((results.get(tab) ?? []).map(item => value(item[visit])));
  const columns: Array<[string, (opening: Opening) => number]> = [
    ['Click to status, ms', ({ milliseconds }) => milliseconds],
    ['Script files', ({ scripts }) => scripts],
    ['Script, kB over the network', item => item.transferredBytes / 1e3],
    ['Script, kB to parse', item => item.scriptBytes / 1e3],
  ];
  const rows = VISITS.flatMap(visit => [
    ...TABS.map(tab => [
      `${tab.name}, ${visit} visit`,
      ...columns.map(([, value]) => figure(of(tab, visit, value))),
    ]),
    [
      `Kubernetes : Elsa, ${visit} visit`,
      ...columns.map(([, value]) =>
        figure(of(TABS[1], visit, value) / of(TABS[0], visit, value)),
      ),
    ],
  ]);
  print(`\n${formatTable(['Tab', ...columns.map(([name]) => name)], rows)}`);
  for (const tab of TABS) {
    const all = (results.get(tab) ?? []).map(item =>
      figure(item.first.milliseconds),
    );
    print(`\n${tab.name}, first visits in ms: ${all.join(', ')}`);
  }
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  print(`Machine: ${describeMachine()}`);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || undefined,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    print(
      `${options.baseUrl} (${options.kind}), ${options.environment}, Chromium ${browser.version()}, medians of ${options.repetitions} repetitions`,
    );
    await waitUntilHealthy(browser, options);
    const results = new Map<Tab, Array<Record<Visit, Opening>>>(
      TABS.map(tab => [tab, []]),
    );
    for (let at = 0; at < options.repetitions; at++) {
      // Turn about, so that what else the machine does meets both.
      const order = at % 2 === 0 ? TABS : [...TABS].reverse();
      for (const tab of order) {
        results.get(tab)?.push(await measureTab(browser, tab, options));
      }
    }
    report(results);
  } finally {
    await browser.close();
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
