import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { say, UserError } from './messages.mjs';
import { root } from './paths.mjs';

const TICK_MILLISECONDS = 10_000;

/** Whole installations that are tried when the network fails; npm repeats single downloads itself. */
const ATTEMPTS = 3;

const PAUSE_MILLISECONDS = Number(
  process.env.ELSA_INSTALL_PAUSE_MILLISECONDS ?? 10_000,
);

/** What npm says when it fails, and what a person can do about it. */
const FAILURES = [
  {
    pattern: /\bENOSPC\b/,
    remedy: 'The disk is full: free 4 GB and try again.',
  },
  {
    pattern: /\b(EACCES|EPERM|EROFS)\b/,
    remedy:
      'A file may not be written: make this folder and npm’s cache (npm config get cache) your own, then try again.',
  },
  {
    pattern: /\b(E401|E403|ENEEDAUTH)\b/,
    remedy:
      'The package registry asks who you are: check `npm config get registry` and `npm login`, then try again.',
  },
  {
    pattern:
      /\b(ECONNRESET|ECONNREFUSED|ETIMEDOUT|ESOCKETTIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|ENOTFOUND|EAI_AGAIN|EINTEGRITY|E429|E5\d\d|FETCH_ERROR)\b/,
    remedy:
      'The package registry was not reached: check the network, `npm config get registry` and `npm config get proxy`, then try again.',
    isTransient: true,
  },
];

const OTHER = {
  remedy: 'Check the network and the npm configuration, then try again.',
};

/** Runs npm to its end and keeps the end of what it printed. */
function npm(args, onTick) {
  const isWindows = process.platform === 'win32';
  return new Promise((resolve, reject) => {
    const child = spawn(isWindows ? 'npm.cmd' : 'npm', args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: isWindows,
    });
    let output = '';
    const keep = chunk => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setInterval(onTick, TICK_MILLISECONDS);
    child.on('error', error => {
      clearInterval(timer);
      reject(
        new UserError(
          `npm could not be started: ${error.message}.`,
          'Install npm, which comes with Node (nodejs.org), and try again.',
        ),
      );
    });
    child.on('close', code => {
      clearInterval(timer);
      resolve({ code, output });
    });
  });
}

function errorLines(output) {
  return output
    .split('\n')
    .filter(line => /npm (error|ERR!)/.test(line))
    .slice(0, 12)
    .join('\n  ');
}

/**
 * Installs with npm, again when only the network was the matter.
 *
 * @param {string[]} args npm's command and options
 * @param {() => void} onTick called from time to time while npm works
 * @throws UserError with npm's own words and a remedy
 */
export async function npmInstall(args, onTick) {
  for (let attempt = 1; ; attempt++) {
    const { code, output } = await npm(args, onTick);
    if (code === 0) return;
    const failure = FAILURES.find(row => row.pattern.test(output)) ?? OTHER;
    if (!failure.isTransient || attempt === ATTEMPTS) {
      throw new UserError(
        `npm failed with exit code ${code}.\n  ${errorLines(output)}`,
        failure.remedy,
      );
    }
    say(
      `The network failed, trying again (${attempt + 1} of ${ATTEMPTS}): ${errorLines(output).split('\n')[0]}`,
    );
    await delay(PAUSE_MILLISECONDS * attempt);
  }
}
