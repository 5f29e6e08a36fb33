import { resolveEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Command } from 'commander';
import { stringify } from 'yaml';
import type { Output } from './program';
import { readSpec } from './readSpec';

export function registerValidate(program: Command, output: Output): void {
  program
    .command('validate')
    .description('check a spec and write nothing')
    .argument('<spec>', 'file with the environment spec, or - for stdin')
    .option('--resolved', 'print the spec with every choice made')
    .action(async (file: string, flags: { resolved?: boolean }) => {
      const spec = resolveEnvironmentSpec(await readSpec(file));
      output.out(
        flags.resolved
          ? stringify(spec, { aliasDuplicateObjects: false })
          : `${spec.metadata.name}: valid\n`,
      );
    });
}
