import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, UserError } from './messages.mjs';
import { npmInstall } from './npmInstall.mjs';
import { node, root } from './paths.mjs';
import { checkDisk, checkNode } from './requirements.mjs';

const readLock = path => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** What npm put into node_modules, by its own list. */
const INSTALLED_LOCK = 'node_modules/.package-lock.json';

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

/** npm downloads for a minute before it unpacks more than a few. */
const FEW = 100;

function sayProgress(planned) {
  const there = planned.filter(([path]) =>
    existsSync(join(root, path, 'package.json')),
  ).length;
  say(
    there < FEW
      ? 'Downloading packages'
      : `Unpacked ${there} of at most ${planned.length} packages`,
  );
}

/** The pinned Node is an npm package, and there is one for each usual platform. */
function checkPinnedNode() {
  if (existsSync(node)) return;
  throw new UserError(
    `The packages bring no Node 24 for ${process.platform} on ${process.arch}.`,
    'Use Linux or macOS on x64 or arm64, or Windows on x64; where npm is set to omit optional packages, undo that (npm config get omit).',
  );
}

/**
 * Installs the packages of the lock file unless that was done before.
 *
 * @throws UserError when Node is too old, the disk is full or npm fails
 */
export async function ensureInstalled() {
  checkNode();
  const planned = plannedPackages();
  if (!isInstalled(planned)) {
    await checkDisk();
    // Bringing an older installation up to date is quicker than a new one.
    const isUpdate = existsSync(join(root, INSTALLED_LOCK));
    say(
      isUpdate
        ? 'Bringing the installed packages up to date with npm'
        : `Installing ${planned.length} packages with npm (about three minutes, once)`,
    );
    await npmInstall(
      [
        ...(isUpdate ? ['install', '--no-save'] : ['ci']),
        ...['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'],
        ...['--fetch-retries=5', '--fetch-timeout=120000'],
      ],
      () => sayProgress(planned),
    );
    say('Packages are installed');
  }
  checkPinnedNode();
}
