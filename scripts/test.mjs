// npm test: every check of the project, with a table at the end.
//   npm test -- --only unit,types     some suites
//   npm test -- --list                the suites' names
import { ensureInstalled } from './lib/install.mjs';
import { runMain, say, UserError } from './lib/messages.mjs';
import { findTools } from './lib/tools.mjs';
import { suites } from './lib/suites.mjs';
import { printTable } from './lib/table.mjs';

function parseArguments(argv) {
  const only = [];
  const rest = [];
  for (let i = 0; i < argv.length; i++) {
    if (argv[i] === '--only') only.push(...(argv[++i] ?? '').split(','));
    else if (argv[i].startsWith('--only=')) {
      only.push(...argv[i].slice('--only='.length).split(','));
    } else rest.push(argv[i]);
  }
  const names = suites.map(suite => suite.name);
  for (const name of only) {
    if (!names.includes(name)) {
      throw new UserError(
        `There is no suite ${JSON.stringify(name)}.`,
        `--only takes: ${names.join(', ')}.`,
      );
    }
  }
  return { only, rest };
}

/** Neighbours that may run at the same time, the others one by one. */
function inBatches(chosen) {
  const batches = [];
  for (const suite of chosen) {
    const last = batches.at(-1);
    if (suite.beside && suite.beside === last?.[0].beside) last.push(suite);
    else batches.push([suite]);
  }
  return batches;
}

async function runSuite(suite, { missing, isCi, ...context }) {
  const lacking = (suite.tools ?? []).filter(name => missing[name]);
  if (lacking.length > 0) {
    for (const name of lacking) say(`${suite.name}: ${missing[name]}`);
    return { passed: 0, failed: isCi ? 1 : 0, skipped: 1 };
  }
  say(`${suite.title} ...`);
  try {
    return await suite.run(context);
  } catch (error) {
    process.stderr.write(
      `${error instanceof UserError ? error.message : (error.stack ?? error)}\n`,
    );
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

async function runAndJudge(suite, context) {
  const started = Date.now();
  const result = await runSuite(suite, context);
  // A skipped test is not a passed one: on CI everything has to run.
  const isFailed =
    result.failed > 0 ||
    (context.isCi && result.skipped > 0) ||
    (result.passed === 0 && result.skipped === 0);
  say(`${suite.name}: ${isFailed ? 'FAILED' : 'ok'}`);
  return {
    name: suite.name,
    ...result,
    isFailed,
    seconds: (Date.now() - started) / 1000,
  };
}

async function main() {
  const { only, rest } = parseArguments(process.argv.slice(2));
  if (rest.includes('--list')) {
    for (const suite of suites) {
      process.stdout.write(`${suite.name.padEnd(14)}${suite.title}\n`);
    }
    return 0;
  }
  await ensureInstalled();
  const chosen = suites.filter(suite =>
    only.length === 0 ? !suite.optional : only.includes(suite.name),
  );
  const needed = chosen.flatMap(({ tools = [], wishes = [] }) => [
    ...tools,
    ...wishes,
  ]);
  const context = {
    ...(await findTools([...new Set(needed)], { install: true })),
    args: rest,
    isCi: Boolean(process.env.CI),
  };
  const results = [];
  for (const batch of inBatches(chosen)) {
    const ran = new Set(results.map(result => result.name));
    results.push(
      ...(await Promise.all(
        batch.map(suite => runAndJudge(suite, { ...context, ran })),
      )),
    );
  }
  printTable(results);
  return results.some(result => result.isFailed) ? 1 : 0;
}

runMain(main);
