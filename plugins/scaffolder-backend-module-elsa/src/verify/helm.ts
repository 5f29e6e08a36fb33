import { spawn } from 'node:child_process';
import { constants, promises as fs } from 'node:fs';
import path from 'node:path';
import { InputError } from '@backstage/errors';

// Rendering our chart takes a second or two; a minute is for a loaded host.
const TIMEOUT_MS = 60_000;
// Our chart renders to less than a tenth of this; a chart that was changed to
// write without end must not take the backend's memory.
const MAXIMUM_OUTPUT = 16 * 1024 * 1024;

async function isExecutable(file: string): Promise<boolean> {
  try {
    await fs.access(file, constants.X_OK);
    return (await fs.stat(file)).isFile();
  } catch {
    return false;
  }
}

/**
 * Finds Helm: where the configuration says, else on the PATH.
 *
 * @throws InputError when the configured file is not there, as a typing error
 *   must not silently turn a check off.
 */
export async function findHelm(
  configured: string | undefined,
): Promise<string | undefined> {
  if (configured) {
    if (!(await isExecutable(configured))) {
      throw new InputError(
        `elsa.scaffolder.helmPath is '${configured}', which is not an executable file. Correct it, or remove it to use helm from the PATH`,
      );
    }
    return configured;
  }
  const name = process.platform === 'win32' ? 'helm.exe' : 'helm';
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const candidate = path.join(folder, name);
    if (folder && (await isExecutable(candidate))) {
      return candidate;
    }
  }
  return undefined;
}

/** What Helm answered. */
export interface HelmResult {
  isSuccess: boolean;
  stdout: string;
  stderr: string;
}

/**
 * Runs Helm without a shell, without the backend's environment (which may hold
 * credentials) and without a cluster, plugins or repositories of its own.
 */
export async function runHelm(options: {
  helm: string;
  args: string[];
  cwd: string;
  homeFolder: string;
  signal?: AbortSignal;
  timeoutMs?: number;
}): Promise<HelmResult> {
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = options.signal
    ? AbortSignal.any([options.signal, timeout])
    : timeout;
  return new Promise((resolve, reject) => {
    const child = spawn(options.helm, options.args, {
      cwd: options.cwd,
      shell: false,
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
      killSignal: 'SIGKILL',
      env: {
        PATH: process.env.PATH,
        HOME: options.homeFolder,
        HELM_CACHE_HOME: options.homeFolder,
        HELM_CONFIG_HOME: options.homeFolder,
        HELM_DATA_HOME: options.homeFolder,
        KUBECONFIG: path.join(options.homeFolder, 'no-cluster'),
      },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout = (stdout + text).slice(0, MAXIMUM_OUTPUT);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(0, MAXIMUM_OUTPUT);
    });
    child.on('error', error => {
      reject(
        timeout.aborted && !options.signal?.aborted
          ? new Error(
              `helm ${options.args[0]} took longer than ${timeoutMs / 1000} seconds and was stopped`,
            )
          : error,
      );
    });
    child.on('close', code => {
      resolve({ isSuccess: code === 0, stdout, stderr });
    });
  });
}
