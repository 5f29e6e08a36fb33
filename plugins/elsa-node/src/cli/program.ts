import { Command } from 'commander';
import { version } from '../../package.json';
import { registerGenerate } from './generate';
import { registerSchema } from './schema';
import { registerValidate } from './validate';

/** Where a command writes to; tests pass their own. */
export interface Output {
  out: (text: string) => void;
  error: (text: string) => void;
}

/** Exit codes of `elsa-manifests`. */
export const EXIT_CODES = {
  ok: 0,
  /** Something unforeseen. */
  failure: 1,
  /** The command line itself is wrong. */
  usage: 2,
  /** The spec, the template or a file is wrong; the message says which. */
  invalid: 3,
  /** Files exist that would be replaced. */
  conflict: 4,
} as const;

export function createProgram(output: Output): Command {
  const program = new Command('elsa-manifests')
    .description('Deployment repositories for Elsa Workflows on Kubernetes')
    .version(version)
    .configureOutput({ writeOut: output.out, writeErr: output.error })
    .exitOverride();
  registerGenerate(program, output);
  registerValidate(program, output);
  registerSchema(program, output);
  return program;
}
