import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { say, UserError } from './messages.mjs';

/** npm scripts start on whatever Node is there; this is the oldest that npm 10 and these scripts run on. */
const OLDEST_NODE = 20;

/** node_modules holds 1.9 GB, npm's cache about as much again while it unpacks. */
const NEEDED_BYTES = 4 * 1024 ** 3;

const readLock = path => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** What npm put into node_modules, by its own list. */
const INSTALLED_LOCK = 'node_modules/.package-lock.json';

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new UserError(
      `Node ${process.versions.node} is too old.`,
      `Install Node ${OLDEST_NODE} or newer (nodejs.org) and try again.`,
    );
  }
}

async function checkDisk() {
  const { bavail, bsize } = await statfs(root);
  const free = bavail * bsize;
  if (free < NEEDED_BYTES) {
    throw new UserError(
      `Only ${(free / 1024 ** 3).toFixed(1)} GB are free on the disk of ${root}.`,
      `Installing needs ${NEEDED_BYTES / 1024 ** 3} GB: free some space and try again.`,
    );
  }
}

/** Packages of the lock file that lie in node_modules, by path. */
function plannedPackages() {
  return Object.entries(readLock('package-lock.json').packages).filter(
    ([path, entry]) => path.startsWith('node_modules/') && !entry.link,
  );
}

/** Whether node_modules holds what the lock file says; optional packages may be for other platforms. */
function isInstalled(planned) {
  if (!existsSync(join(root, INSTALLED_LOCK))) return false;
  const installed = readLock(INSTALLED_LOCK).packages;
  return planned.every(([path, { version, optional }]) =>
    installed[path] ? installed[path].version === version : optional,
  );
}

function npm(args, onTick) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      args,
      {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        shell: process.platform === 'win32',
      },
    );
    let output = '';
    const keep = chunk => {
      output = (output + chunk).slice(-20_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const timer = setInterval(onTick, 10_000);
    child.on('error', reject);
    child.on('close', code => {
      clearInterval(timer);
      resolve({ code, output });
    });
  });
}

/**
 * Installs the packages of the lock file unless that was done before.
 *
 * @throws UserError when Node is too old, the disk is full or npm fails
 */
export async function ensureInstalled() {
  checkNode();
  const planned = plannedPackages();
  if (isInstalled(planned)) return;

  await checkDisk();
  // Bringing an older installation up to date is quicker than a new one.
  const isUpdate = existsSync(join(root, INSTALLED_LOCK));
  say(
    isUpdate
      ? 'Bringing the installed packages up to date with npm'
      : `Installing ${planned.length} packages with npm (about three minutes, once)`,
  );
  const { code, output } = await npm(
    [
      ...(isUpdate ? ['install', '--no-save'] : ['ci']),
      ...['--ignore-scripts', '--no-audit', '--no-fund'],
    ],
    () => {
      const there = planned.filter(([path]) =>
        existsSync(join(root, path, 'package.json')),
      ).length;
      say(
        there === 0
          ? 'Downloading packages'
          : `Unpacked ${there} of at most ${planned.length} packages`,
      );
    },
  );
  if (code !== 0) {
    const lines = output
      .split('\n')
      .filter(line => /npm (error|ERR!)/.test(line))
      .slice(0, 12)
      .join('\n  ');
    throw new UserError(
      `npm failed with exit code ${code}.\n  ${lines}`,
      'Check the network and npm configuration, then try again.',
    );
  }
  say('Packages are installed');
}
