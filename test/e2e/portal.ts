import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Compiling the app and backfilling the sandbox's history on two cores. */
const START_MILLISECONDS = 420_000;

async function isRunning(): Promise<boolean> {
  try {
    const answer = await fetch(
      'http://localhost:7007/.backstage/health/v1/readiness',
    );
    return answer.ok;
  } catch {
    return false;
  }
}

function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ELSA_VERBOSE: process.env.ELSA_VERBOSE ?? '' },
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => {
      child.kill('SIGTERM');
      reject(new Error(`npm start did not get ready:\n${output}`));
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
      reject(new Error(`npm start ended with ${code}:\n${output}`));
    });
  });
}

/**
 * Starts the portal as a user does, with `npm start`. With ELSA_REUSE_PORTAL=1
 * a portal that runs already is used, for work on the tests.
 */
export default async function portal(): Promise<() => Promise<void>> {
  if (process.env.ELSA_REUSE_PORTAL === '1' && (await isRunning())) {
    return async () => {};
  }
  const child = await start();
  child.removeAllListeners('exit');
  return async () => {
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
  };
}
