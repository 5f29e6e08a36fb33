import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { FullConfig } from '@playwright/test';
import { BACKEND } from './lib/addresses';
import { startHostings } from './lib/hosting';
import { waitForStage } from './lib/stage';

const root = join(__dirname, '..', '..');

/** Compiling the app and backfilling the sandbox's history on two cores. */
const START_MILLISECONDS = 420_000;

/** Collections run each 15 seconds, the sandbox's alerts need two minutes. */
const STAGE_MILLISECONDS = 240_000;

async function isRunning(): Promise<boolean> {
  try {
    const answer = await fetch(`${BACKEND}/.backstage/health/v1/readiness`);
    return answer.ok;
  } catch {
    return false;
  }
}

function start(script: string, ...args: string[]): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts', script), ...args],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: process.env,
    },
  );
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error(`${script} did not get ready:\n${output}`));
    }, START_MILLISECONDS);
    child.stdout.on('data', chunk => {
      output += chunk;
      process.stdout.write(chunk);
      if (output.includes('Ready: ')) {
        clearTimeout(timer);
        resolve(child);
      }
    });
    child.once('exit', code => {
      clearTimeout(timer);
      reject(new Error(`${script} ended with ${code}:\n${output}`));
    });
  });
}

function stop(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  return new Promise((resolve, reject) => {
    child.once('exit', code =>
      code === 0
        ? resolve()
        : reject(new Error(`The portal stopped with exit code ${code}`)),
    );
    child.kill('SIGINT');
  });
}

/**
 * Starts what the tests run against, as a user does: the production build with
 * the sandbox, or what `npm start` starts. With ELSA_REUSE_PORTAL=1 a portal
 * that runs already is used, for work on the tests.
 */
export default async function portal({
  metadata,
}: FullConfig): Promise<() => Promise<void>> {
  const isReused = process.env.ELSA_REUSE_PORTAL === '1' && (await isRunning());
  const stopHostings = isReused ? async () => {} : await startHostings();
  const child = isReused
    ? undefined
    : await (metadata.portal === 'development'
        ? start('start.mjs')
        : start('start-production.mjs', '--sandbox'));
  try {
    await waitForStage(BACKEND, STAGE_MILLISECONDS);
  } catch (error) {
    if (child) await stop(child);
    await stopHostings();
    throw error;
  }
  return async () => {
    if (child) await stop(child);
    await stopHostings();
  };
}
