import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Path of a program, which the test command gives by an environment variable. */
export function requiredTool(name: string): string {
  const path = process.env[name];
  if (!path) {
    throw new Error(
      `${name} is not set: run this suite by "npm test -- --only conformance", which finds the program.`,
    );
  }
  return path;
}

/** Runs a program to its end; the error of a failure shows what it printed. */
export async function execTool(
  tool: string,
  args: string[],
  options: { cwd?: string } = {},
): Promise<string> {
  try {
    const { stdout } = await execute(requiredTool(tool), args, {
      ...options,
      // Programs in Go that end after a moment: collecting their garbage often
      // costs a quarter of their time.
      env: { ...process.env, GOGC: '800' },
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(
      `${tool} ${args.join(' ')}\n${stdout ?? ''}${stderr ?? ''}`,
      {
        cause: error,
      },
    );
  }
}
