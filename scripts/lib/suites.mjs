import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freshPortal, packPlugins } from '../../test/packages/freshPortal.mjs';
import { ownPortal } from './ownPortal.mjs';
import { say } from './messages.mjs';
import { root } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { runNode } from './run.mjs';

/**
 * Path of a command's JavaScript file, from its package's `bin`. Not every
 * package lets others resolve its package.json.
 */
function bin(packageName, name = packageName.split('/').pop()) {
  const file = join(root, 'node_modules', packageName, 'package.json');
  const { bin: entry } = JSON.parse(readFileSync(file, 'utf8'));
  return join(dirname(file), typeof entry === 'string' ? entry : entry[name]);
}

/** A check that has no tests of its own counts as one; its words come in one piece. */
async function check(args) {
  const { code, output } = await runNode(args, { capture: true });
  process.stdout.write(output);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

function sum(results) {
  return results.reduce((all, { passed, failed, skipped }) => ({
    passed: all.passed + passed,
    failed: all.failed + failed,
    skipped: all.skipped + skipped,
  }));
}

/**
 * Compares the API of each entry point with its `report*.api.md`. What one entry
 * point takes from another of its package counts as forgotten there, which is
 * not said; knip finds what nobody uses.
 */
const apiReports = () => [
  bin('@backstage/repo-tools', 'backstage-repo-tools'),
  ...['api-reports', '--ci', '--include', 'plugins/*'],
  '--validate-release-tags',
  '--omit-messages',
  'ae-undocumented,ae-wrong-input-file-type,ae-forgotten-export',
];

function withReport(use) {
  const folder = mkdtempSync(join(tmpdir(), 'elsa-portal-report-'));
  return use(join(folder, 'report.json')).finally(() =>
    rmSync(folder, { recursive: true, force: true }),
  );
}

/** Runs Jest and counts from its JSON report; files that do not load count as failed. */
async function jest(args, { env, cwd } = {}) {
  return withReport(async report => {
    const { code } = await runNode(
      [...args, '--ci', '--json', `--outputFile=${report}`],
      { env: { CI: '1', ...env }, cwd },
    );
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    return {
      passed: result.numPassedTests,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  });
}

async function playwright(args, env) {
  return withReport(async report => {
    const { code } = await runNode(
      [bin('@playwright/test', 'playwright'), 'test', ...args],
      { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report } },
    );
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
    const { stats } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = stats.unexpected;
    return {
      passed: stats.expected + stats.flaky,
      failed: code !== 0 && failed === 0 ? 1 : failed,
      skipped: stats.skipped,
    };
  });
}

/** Browser tests; without a production build they say how to make one. */
async function browser({ tools, args }, env = {}) {
  const own =
    process.env.ELSA_REUSE_PORTAL === '1' ? undefined : await ownPortal();
  try {
    return await playwright(
      ['--config', 'test/e2e/playwright.config.ts', ...args],
      { ...tools, HELM: tools.HELM4, ...own?.variables, ...env },
    );
  } finally {
    await own?.release();
  }
}

async function unit({ tools, args }) {
  const postgres = await startPostgres(tools.POSTGRES);
  try {
    return await jest(
      [bin('@backstage/cli', 'backstage-cli'), 'repo', 'test', ...args],
      {
        env: {
          ...tools,
          HELM: tools.HELM4,
          // Tests ask for PostgreSQL 18; what they use of it is in every version.
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING:
            postgres.connectionString,
          ELSA_TEST_POSTGRES: postgres.connectionString,
        },
      },
    );
  } finally {
    await postgres.stop();
  }
}

/**
 * All suites in the order in which `npm test` runs them, cheap ones first.
 * `tools` are the programs that a suite cannot do without, `wishes` those that
 * it uses where they are to be had. Neighbours with the same `beside` run side
 * by side: those that keep one processor busy at most, and one that waits for
 * the network beside one that does not. An `optional` suite runs only when it is
 * named.
 */
export const suites = [
  {
    name: 'format',
    beside: 'static',
    title: 'Format check (prettier)',
    run: () => check([bin('prettier'), '--check', '--log-level', 'warn', '.']),
  },
  {
    name: 'types',
    beside: 'static',
    title: 'Type check (tsc), reports of the public API (api-extractor)',
    run: async () => {
      // Leaves the declarations that the packages are packed with.
      const types = await check([
        bin('typescript', 'tsc'),
        ...['--incremental', 'false'],
      ]);
      return types.failed > 0 ? types : sum([types, await check(apiReports())]);
    },
  },
  {
    name: 'lint',
    beside: 'static',
    title:
      'Lint (eslint), dead code (knip), import directions (dependency-cruiser)',
    run: async () => {
      const results = [
        await check([
          bin('@backstage/cli', 'backstage-cli'),
          ...['repo', 'lint', '--max-warnings=0'],
        ]),
        // What is in no workspace.
        await check([
          bin('eslint'),
          ...['--max-warnings=0', '--ext', '.ts,.mjs,.cjs,.js'],
          ...['scripts', 'test'],
        ]),
        // Code that nobody uses.
        await check([bin('knip'), '--no-progress', '--no-config-hints']),
        // Which code may use which.
        await check([
          bin('dependency-cruiser', 'depcruise'),
          ...['--output-type', 'err', 'plugins', 'packages', 'test', 'scripts'],
        ]),
        await check([
          bin('dependency-cruiser', 'depcruise'),
          ...['--config', '.dependency-cruiser.folders.cjs', '--metrics'],
          ...['--output-type', 'err', 'plugins'],
        ]),
      ];
      return sum(results);
    },
  },
  {
    name: 'scripts',
    title: 'The project’s own commands and image, and how they fail',
    wishes: ['POSTGRES'],
    run: ({ tools, args }) =>
      jest(
        [
          bin('jest-cli', 'jest'),
          ...['--config', 'test/scripts/jest.config.js', ...args],
        ],
        { env: tools },
      ),
  },
  {
    name: 'unit',
    title: 'Unit and integration tests',
    tools: [
      ...['HELM4', 'HELM3', 'KUBECTL', 'PROMTOOL', 'PROMETHEUS'],
      ...['POSTGRES', 'REDIS'],
    ],
    run: unit,
  },
  {
    name: 'pack',
    title: 'Tarballs of the eight packages',
    run: async ({ ran }) => {
      const tarballs = await packPlugins({ hasDeclarations: ran.has('types') });
      return {
        passed: Object.keys(tarballs).length,
        failed: 0,
        skipped: 0,
      };
    },
  },
  {
    name: 'conformance',
    beside: 'network',
    title: 'Generated environments against real Helm, schemas and promtool',
    tools: ['HELM4', 'HELM3', 'KUBECTL', 'PROMTOOL', 'PROMETHEUS'],
    run: ({ tools, args }) =>
      jest(
        [
          bin('jest-cli', 'jest'),
          ...['--config', 'test/conformance/jest.config.js', ...args],
        ],
        { env: tools },
      ),
  },
  {
    name: 'packages',
    beside: 'network',
    title: 'The tarballs in a fresh portal',
    run: ({ ran }) => freshPortal({ hasDeclarations: ran.has('types') }),
  },
  {
    name: 'start',
    title: 'npm start, its pages in the browser, and its end',
    tools: ['HELM4', 'PROMETHEUS', 'PROMTOOL', 'CHROMIUM'],
    wishes: ['ALERTMANAGER'],
    run: context => browser(context, { ELSA_E2E_PORTAL: 'development' }),
  },
  {
    name: 'build',
    title: 'Production build (npm run build)',
    run: ({ ran }) =>
      check([
        join(root, 'scripts', 'build.mjs'),
        ...(ran.has('types') ? ['--no-types'] : []),
      ]),
  },
  {
    name: 'e2e',
    title: 'Browser tests against the production build and the sandbox',
    tools: ['HELM4', 'PROMETHEUS', 'PROMTOOL', 'CHROMIUM'],
    wishes: ['ALERTMANAGER'],
    run: browser,
  },
  {
    name: 'cluster',
    optional: true,
    title: 'Releases on a real API server (builds Kubernetes with Go)',
    tools: ['HELM4', 'HELM3', 'KUBECTL'],
    run: async ({ tools, args }) => {
      // Read when it is asked for: nothing else needs it.
      const { canHaveBinaries } =
        await import('../../test/cluster/lib/binaries.mjs');
      if (!canHaveBinaries()) {
        say(
          'cluster: go is not on PATH: install Go 1.25, or set ELSA_KUBERNETES_BINARIES to a folder with etcd, apiserver, cm and sched.',
        );
        return { passed: 0, failed: 0, skipped: 1 };
      }
      return jest(
        [
          bin('jest-cli', 'jest'),
          ...['--config', 'test/cluster/jest.config.js', ...args],
        ],
        { env: tools },
      );
    },
  },
];
