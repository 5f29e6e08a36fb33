import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Programs that the README calls; each notes its arguments and does nothing. */
const STAND_INS = ['kubectl', 'helm', 'kubeseal', 'curl', 'openssl', 'base64'];

/** Ends of an argument and of a call; no command holds them. */
const UNIT = '\u001f';
const RECORD = '\u001e';

// In one write: both ends of a pipe note their calls at the same moment.
const STAND_IN = (log: string) => `#!/bin/sh
call=$(printf '%s\\037' "\${0##*/}" "$@"; printf '\\036')
printf '%s' "$call" >> '${log}'
`;

/** Commands of a README's code blocks, in their order, without those that only watch or seal. */
function commandsOf(readme: string): string {
  return [...readme.matchAll(/^```(?:bash|sh)\n([\s\S]*?)^```$/gm)]
    .map(([, block]) => block)
    .filter(block => !/--watch|<secret>|<environment>/.test(block))
    .join('\n');
}

/**
 * Pastes every command of a README into a real shell, in a folder that holds
 * the repository.
 *
 * @returns the calls that were made, in order
 */
export async function runReadme(
  folder: string,
  readme: string,
): Promise<string[][]> {
  const programs = join(folder, '.programs');
  const log = join(folder, '.calls');
  await mkdir(programs);
  await writeFile(log, '');
  for (const program of STAND_INS) {
    const path = join(programs, program);
    await writeFile(path, STAND_IN(log));
    await chmod(path, 0o755);
  }
  await execute('bash', ['-c', commandsOf(readme)], {
    cwd: folder,
    env: { ...process.env, PATH: `${programs}:${process.env.PATH}` },
  });
  return (await readFile(log, 'utf8'))
    .split(RECORD)
    .filter(Boolean)
    .map(call => call.split(UNIT).slice(0, -1));
}
