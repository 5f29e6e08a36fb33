/*
 * npm run bench -- status [options]; see docs/benchmarks.md.
 */
import { describeMachine } from '../lib/machine';
import { measureScale, type ScaleFigures } from './measure';
import { readOptions } from './options';
import {
  collectorTable,
  firstErrors,
  memoryTable,
  ratioTable,
  readerTable,
} from './report';

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function main() {
  const options = readOptions(process.argv.slice(2));
  print(`Machine: ${describeMachine()}`);
  print(
    `Kubernetes plugin with ${options.locator}; one collection each ${options.intervalSeconds} s; medians of ${options.rounds} round(s) of ${options.seconds} s`,
  );
  const results: ScaleFigures[] = [];
  for (const scale of options.scales) {
    const name = `${scale.environments} environments in ${scale.clusters} cluster(s)`;
    results.push(
      await measureScale(scale, options, text => print(`${name}: ${text}`)),
    );
  }
  print(`\nCollection without readers\n\n${collectorTable(results)}`);
  print(`\nReaders, while collecting goes on\n\n${readerTable(results)}`);
  print(`\nBeside the Kubernetes plugin\n\n${ratioTable(results)}`);
  print(`\nThe backend with readers\n\n${memoryTable(results)}`);
  for (const error of firstErrors(results)) {
    print(`\nFirst failure: ${error}`);
  }
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
