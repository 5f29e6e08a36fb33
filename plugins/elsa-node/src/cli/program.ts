import { Command } from 'commander';
import { version } from '../../package.json';
import { registerGenerate } from './generate';
import { registerHealth } from './health';
import type { Output } from './Output';
import { registerSchema } from './schema';
import { registerValidate } from './validate';

export function createProgram(output: Output): Command {
  const program = new Command('elsa-manifests')
    .description('Deployment repositories for Elsa Workflows on Kubernetes')
    .version(version)
    .configureOutput({ writeOut: output.out, writeErr: output.error })
    .exitOverride();
  registerGenerate(program, output);
  registerValidate(program, output);
  registerHealth(program, output);
  registerSchema(program, output);
  return program;
}
