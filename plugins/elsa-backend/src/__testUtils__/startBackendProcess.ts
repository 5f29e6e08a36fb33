import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from './freePort';

export interface BackendProcess {
  child: ChildProcess;
  /** What it wrote, for a message when something goes wrong. */
  log: string[];
}

/** Starts a whole backend and waits until it is ready. */
export async function startBackendProcess(
  options: Record<string, unknown>,
): Promise<BackendProcess> {
  const { JEST_WORKER_ID, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, 'backendProcess.ts'),
    ],
    {
      env: {
        ...environment,
        NODE_ENV: 'development',
        ELSA_TEST_BACKEND: JSON.stringify({
          ...options,
          port: await freePort(),
        }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const log: string[] = [];
  child.stdout?.on('data', chunk => log.push(String(chunk)));
  child.stderr?.on('data', chunk => log.push(String(chunk)));
  await new Promise<void>((resolve, reject) => {
    // In development, services of the backend talk to the parent too.
    child.on('message', message => message === 'ready' && resolve());
    child.once('exit', code =>
      reject(new Error(`The backend ended with ${code}:\n${log.join('')}`)),
    );
  });
  return { child, log };
}
