import path from 'path';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Command } from 'commander';
import { toYaml } from '../files/yaml';
import { refuseAbandonedData } from '../repository/dataRecord';
import { explainConflicts } from '../shell/explainConflicts';
import { readFiles } from '../template/readTemplate';
import type { Output } from './Output';
import { readSpec } from './readSpec';

interface Flags {
  resolved?: boolean;
  repository?: string;
}

/** A spec in its place, `.elsa`, belongs to the repository around it. */
function repositoryOf(file: string): string | undefined {
  const folder = path.dirname(path.resolve(file));
  return file !== '-' && path.basename(folder) === '.elsa'
    ? path.dirname(folder)
    : undefined;
}

export function registerValidate(program: Command, output: Output): void {
  program
    .command('validate')
    .description('check a spec and write nothing')
    .argument('<spec>', 'file with the environment spec, or - for stdin')
    .option('--resolved', 'print the spec with every choice made')
    .option(
      '--repository <directory>',
      'folder of the repository whose data the spec must find again; the one that the file lies in, unless given',
    )
    .action(async (file: string, flags: Flags) => {
      const environment = resolveEnvironment(await readSpec(file));
      const { spec } = environment;
      const repository = flags.repository ?? repositoryOf(file);
      if (repository !== undefined) {
        const existing = await readFiles(repository);
        explainConflicts(() => refuseAbandonedData(environment, existing));
      }
      output.out(
        flags.resolved ? toYaml(spec) : `${spec.metadata.name}: valid\n`,
      );
    });
}
