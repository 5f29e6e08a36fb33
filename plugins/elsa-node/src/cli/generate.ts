import type { Command } from 'commander';
import { generateIntoDirectory } from '../shell/generateIntoDirectory';
import type { Output } from './Output';
import { readSpec } from './readSpec';

interface Flags {
  out: string;
  template?: string;
  helm?: string;
  force?: boolean;
  recordData?: boolean;
  dryRun?: boolean;
}

export function registerGenerate(program: Command, output: Output): void {
  program
    .command('generate')
    .description('write the deployment repository of an environment')
    .argument('<spec>', 'file with the environment spec, or - for stdin')
    .requiredOption('--out <directory>', 'folder of the repository')
    .option('--template <directory>', 'folder of the template')
    .option(
      '--helm <path>',
      'helm binary, for packaging kustomize',
      process.env.HELM ?? 'helm',
    )
    .option('--force', 'replace files that were changed by hand')
    .option(
      '--record-data',
      'record where the data is, for an environment without a record; the spec must say what was generated last',
    )
    .option('--dry-run', 'say what would be written, and write nothing')
    .action(async (file: string, flags: Flags) => {
      const result = await generateIntoDirectory(await readSpec(file), {
        directory: flags.out,
        template: flags.template,
        helm: flags.helm,
        force: flags.force,
        recordData: flags.recordData,
        isDryRun: flags.dryRun,
      });
      const list = (sign: string, paths: string[]) =>
        paths
          .filter(path => !path.startsWith('charts/'))
          .map(path => `${sign} ${path}\n`)
          .join('');
      const charts = [...result.created, ...result.changed].filter(path =>
        path.startsWith('charts/'),
      ).length;
      output.out(
        `${list('+', result.created)}${list('~', result.changed)}${
          charts > 0 ? `  charts/elsa-workflows (${charts} files)\n` : ''
        }${result.environment}: ${result.created.length} created, ${
          result.changed.length
        } changed, ${result.unchanged.length} unchanged${
          flags.dryRun ? '; nothing was written' : ''
        }\n${result.outdated
          .map(path => `! ${path} is no longer needed: remove it\n`)
          .join('')}`,
      );
    });
}
