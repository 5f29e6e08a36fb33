import { environmentSpecJsonSchema } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Command } from 'commander';
import type { Output } from './Output';

export function registerSchema(program: Command, output: Output): void {
  program
    .command('schema')
    .description('print the JSON schema of the spec, for editors')
    .action(() => {
      output.out(`${JSON.stringify(environmentSpecJsonSchema(), null, 2)}\n`);
    });
}
