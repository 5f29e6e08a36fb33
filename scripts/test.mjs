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

async function main() {
  const { only, rest } = parseArguments(process.argv.slice(2));
  if (rest.includes('--list')) {
    for (const suite of suites) {
      process.stdout.write(`${suite.name.padEnd(14)}${suite.title}\n`);
    }
    return 0;
  }
  await ensureInstalled();
  const isCi = Boolean(process.env.CI);
  const chosen = suites.filter(
    suite => only.length === 0 || only.includes(suite.name),
  );
  const needed = [...new Set(chosen.flatMap(suite => suite.tools ?? []))];
  const { tools, missing } = await findTools(needed, { install: true });

  const results = [];
  for (const suite of chosen) {
    const lacking = (suite.tools ?? []).filter(name => missing[name]);
    const started = Date.now();
    let result;
    if (lacking.length > 0) {
      const notes = lacking.map(name => missing[name]);
      for (const note of notes) say(`${suite.name}: ${note}`);
      result = { passed: 0, failed: isCi ? 1 : 0, skipped: 1, notes };
    } else {
      say(`${suite.title} ...`);
      try {
        result = await suite.run({ tools, args: rest, isCi });
      } catch (error) {
        process.stderr.write(`${error.stack ?? error}\n`);
        result = { passed: 0, failed: 1, skipped: 0 };
      }
    }
    // A skipped test is not a passed one: on CI everything has to run.
    const isFailed =
      result.failed > 0 ||
      (isCi && result.skipped > 0) ||
      (result.passed === 0 && result.skipped === 0);
    results.push({
      name: suite.name,
      ...result,
      isFailed,
      seconds: (Date.now() - started) / 1000,
    });
    say(`${suite.name}: ${isFailed ? 'FAILED' : 'ok'}`);
  }
  printTable(results);
  return results.some(result => result.isFailed) ? 1 : 0;
}

runMain(main);
