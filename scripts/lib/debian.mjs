import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { say, UserError } from './messages.mjs';

/** Asked by Debian's packages before they start a service. */
const POLICY_FILE = '/usr/sbin/policy-rc.d';

/** By invoke-rc.d's convention: the action is forbidden. */
const FORBIDDEN = 101;

/** A mirror may stutter, and another apt may be at work on a machine that has just booted. */
const APT_OPTIONS = [
  ...['-q', '-o', 'Acquire::Retries=5'],
  ...['-o', 'Acquire::http::Timeout=60', '-o', 'Acquire::https::Timeout=60'],
  ...['-o', 'DPkg::Lock::Timeout=300'],
];

/** Whether Debian's packages can be installed here without asking anybody. */
export function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

/**
 * Keeps the packages from starting services: we run PostgreSQL and Prometheus
 * ourselves, on ports of our own. The rule ends with this process even where
 * it cannot be taken away again.
 */
function withoutServices(policyFile, use) {
  if (existsSync(policyFile)) return use();
  writeFileSync(
    policyFile,
    `#!/bin/sh\nkill -0 ${process.pid} 2>/dev/null && exit ${FORBIDDEN}\nrm -f "$0"\nexit 0\n`,
    { mode: 0o755 },
  );
  try {
    return use();
  } finally {
    rmSync(policyFile, { force: true });
  }
}

function apt(program, args) {
  const { status, stderr, error } = spawnSync(
    program,
    [...APT_OPTIONS, ...args],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 ** 2,
    },
  );
  return {
    isDone: status === 0,
    words: (error?.message ?? stderr).trim().split('\n').slice(-3).join(' '),
  };
}

/**
 * Installs Debian packages with what they need and nothing else.
 *
 * @param {string[]} packages
 * @throws UserError with apt's last words
 */
export function installDebianPackages(
  packages,
  { program = 'apt-get', policyFile = POLICY_FILE } = {},
) {
  say(`Installing Debian packages: ${packages.join(', ')}`);
  const update = apt(program, ['update']);
  // One source of many may be out of reach: whether that matters shows now.
  const install = withoutServices(policyFile, () =>
    apt(program, ['install', '-y', '--no-install-recommends', ...packages]),
  );
  if (install.isDone) return;
  const words = [...(update.isDone ? [] : [update.words]), install.words];
  throw new UserError(
    `apt-get could not install: ${words.join(' ')}`,
    `Check the network and /etc/apt, or install by hand: apt-get install ${packages.join(' ')}`,
  );
}
