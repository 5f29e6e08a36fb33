// npm run bench: figures of speed and size, beside Backstage's own plugins.
//   npm run bench -- --list               the benchmarks' names
//   npm run bench -- status --quick       one of them; the rest are its options
import { join } from 'node:path';
import { withPortal } from './lib/benchPortal.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { runMain, say, UserError } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { findTools } from './lib/tools.mjs';

const benchmarks = [
  {
    name: 'status',
    title: 'Status API and collector, beside the Kubernetes plugin’s backend',
  },
  {
    name: 'ui',
    title: 'Elsa tab in Chromium, beside the Kubernetes tab',
    tools: ['CHROMIUM', 'HELM4', 'PROMETHEUS', 'PROMTOOL'],
    // Without --base-url it measures a portal of its own.
    around: (options, run) =>
      options.some(option => option.startsWith('--base-url'))
        ? run(options)
        : withPortal(({ baseUrl, kind }) =>
            run([...options, '--base-url', baseUrl, '--kind', kind]),
          ),
  },
];

/** Lets Node load TypeScript, as Backstage's own commands do. */
const nodeTransform = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'config',
  'nodeTransform.cjs',
);

function choose([name, ...options]) {
  if (name === undefined || name.startsWith('--')) {
    return {
      chosen: benchmarks,
      options: name === undefined ? [] : [name, ...options],
    };
  }
  const chosen = benchmarks.filter(benchmark => benchmark.name === name);
  if (chosen.length === 0) {
    throw new UserError(
      `There is no benchmark ${JSON.stringify(name)}.`,
      `It takes: ${benchmarks.map(benchmark => benchmark.name).join(', ')}.`,
    );
  }
  return { chosen, options };
}

async function runOne(benchmark, options) {
  const {
    name,
    title,
    tools: needed = [],
    around = (given, run) => run(given),
  } = benchmark;
  const { tools, missing } = await findTools(needed, { install: true });
  for (const message of Object.values(missing)) say(`${name}: ${message}`);
  if (missing.CHROMIUM) return 1;
  say(title);
  const env = { ...tools, ...(tools.HELM4 && { HELM: tools.HELM4 }) };
  return around(options, async given => {
    const { code } = await runNode(
      [
        ...['--require', nodeTransform],
        join(root, 'test', 'bench', name, 'main.ts'),
        ...given,
      ],
      { env },
    );
    return code;
  });
}

async function main() {
  const argv = process.argv.slice(2);
  if (argv.includes('--list')) {
    for (const { name, title } of benchmarks) {
      process.stdout.write(`${name.padEnd(10)}${title}\n`);
    }
    return 0;
  }
  const { chosen, options } = choose(argv);
  await ensureInstalled();
  let worst = 0;
  for (const benchmark of chosen) {
    worst = Math.max(worst, await runOne(benchmark, options));
  }
  return worst;
}

runMain(main);
