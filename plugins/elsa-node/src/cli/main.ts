import { CommanderError } from 'commander';
import { ExitError } from './ExitError';
import { EXIT_CODES } from './exitCodes';
import type { Output } from './Output';
import { createProgram } from './program';

/**
 * Runs `elsa-manifests` and gives its exit code.
 *
 * @param args - without the names of node and of the script
 *
 * @public
 */
export async function main(
  args: string[],
  output: Output = {
    out: text => process.stdout.write(text),
    error: text => process.stderr.write(text),
  },
): Promise<number> {
  try {
    await createProgram(output).parseAsync(args, { from: 'user' });
    return EXIT_CODES.ok;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
    }
    if (error instanceof ExitError) {
      output.error(error.message && `${error.message}\n`);
      return error.exitCode;
    }
    output.error(`${error instanceof Error ? error.message : String(error)}\n`);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  switch (error instanceof Error ? error.name : '') {
    case 'InputError':
    case 'NotFoundError':
      return EXIT_CODES.invalid;
    case 'ConflictError':
      return EXIT_CODES.conflict;
    default:
      return EXIT_CODES.failure;
  }
}
