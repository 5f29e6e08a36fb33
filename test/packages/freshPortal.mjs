// Packs the plugins and installs the tarballs into a portal made by
// Backstage's own create-app, as an adopter would: the backend must start with
// them and the app must build with them.
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../scripts/lib/freePorts.cjs';
import { say } from '../../scripts/lib/messages.mjs';
import { node, root } from '../../scripts/lib/paths.mjs';
import {
  ProcessGroup,
  waitUntilAnswers,
} from '../../scripts/lib/processes.mjs';
import { run } from '../../scripts/lib/run.mjs';

/** The release whose `create-app` makes the portal: Backstage 1.55.0. */
const CREATE_APP = '@backstage/create-app@0.9.2';

/** create-app refuses to start where there is no Yarn, even when it installs nothing. */
const YARN = 'yarn@1.22.22';

const cli = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);

const read = path => JSON.parse(readFileSync(path, 'utf8'));
const write = (path, value) =>
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

async function succeed(title, command, args, options) {
  say(title);
  const { code, output } = await run(command, args, {
    capture: true,
    ...options,
  });
  if (code !== 0)
    throw new Error(`${title} failed (${code}):\n${output.slice(-6000)}`);
  return output;
}

/** Files that a packed package.json names: entries, types, schema, commands. */
function promisedFiles({ main, types, exports: entries, configSchema, bin }) {
  const named = value =>
    typeof value === 'string' ? [value] : Object.values(value).flatMap(named);
  return [
    ...[main, types, configSchema].filter(path => path !== undefined),
    // Among the conditions is Backstage's own, which names no file.
    ...named(entries ?? {}).filter(path => path.startsWith('./')),
    ...named(bin ?? {}),
  ].map(path => join(path));
}

/** Every tarball holds what its package.json promises, and no sources. */
async function checkContents(packageName, paths, tarball) {
  const stray = paths.filter(path => /(^|\/)(src|dev)\/|\.test\./.test(path));
  if (stray.length > 0) {
    throw new Error(`${packageName} packs ${stray.join(', ')}`);
  }
  // Packing rewrites package.json, so the packed one counts.
  const manifest = JSON.parse(
    await succeed(`Read ${packageName}`, 'tar', [
      ...['-xzOf', tarball, 'package/package.json'],
    ]),
  );
  const lacking = ['README.md', ...promisedFiles(manifest)].filter(
    path => !paths.includes(path),
  );
  if (lacking.length > 0) {
    throw new Error(
      `${packageName} packs no ${lacking.join(', ')}: ${paths.join(', ')}`,
    );
  }
}

async function packPlugin(name, folder) {
  const cwd = join(root, 'plugins', name);
  await succeed(`Build ${name}`, node, [cli, 'package', 'build'], { cwd });
  const output = await succeed(
    `Pack ${name}`,
    'npm',
    ['pack', '--json', '--pack-destination', folder],
    { cwd },
  );
  const [{ name: packageName, filename, files }] = JSON.parse(
    output.slice(output.indexOf('[\n')),
  );
  const tarball = join(folder, filename);
  await checkContents(
    packageName,
    files.map(file => file.path),
    tarball,
  );
  return [packageName, tarball];
}

let packed;

/**
 * Builds and packs every plugin, once in the life of this process.
 *
 * Packing rewrites the plugins' package.json for a moment, so nothing that
 * loads the plugins may start meanwhile.
 *
 * @param {{hasDeclarations?: boolean}} options whether dist-types is of now
 * @returns {Promise<Record<string, string>>} the tarballs by package name
 */
export function packPlugins({ hasDeclarations = false } = {}) {
  packed ??= (async () => {
    const folder = mkdtempSync(join(tmpdir(), 'elsa-portal-packs-'));
    process.once('exit', () =>
      rmSync(folder, { recursive: true, force: true }),
    );
    const tarballs = await packInto(folder, hasDeclarations);
    if (Object.keys(tarballs).length !== 8) {
      throw new Error(
        `Packed ${Object.keys(tarballs).join(', ')}, expected eight`,
      );
    }
    return tarballs;
  })();
  return packed;
}

async function packInto(folder, hasDeclarations) {
  if (!hasDeclarations) {
    await succeed('Type declarations', node, [
      ...[join(root, 'node_modules', 'typescript', 'bin', 'tsc')],
      ...['--incremental', 'false'],
    ]);
  }
  const waiting = readdirSync(join(root, 'plugins'));
  const tarballs = [];
  // Two at a time: a build keeps one processor busy.
  const work = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) {
      tarballs.push(await packPlugin(name, folder));
    }
  };
  // Both to their ends: packing puts package.json back when it is done.
  const ends = await Promise.allSettled([work(), work()]);
  const failed = ends.find(end => end.status === 'rejected');
  if (failed) throw failed.reason;
  return Object.fromEntries(tarballs);
}

/**
 * Backstage's packages as they belong to our release, by name. Yarn portals
 * pin them by the release's manifest; npm would take the newest that fit a
 * range, and packages of two releases do not always work together.
 */
function releaseVersions() {
  const { packages } = read(join(root, 'package-lock.json'));
  return Object.fromEntries(
    Object.entries(packages).flatMap(([path, { version }]) => {
      const [, name] = /^node_modules\/(@backstage\/[^/]+)$/.exec(path) ?? [];
      return name ? [[name, version]] : [];
    }),
  );
}

/** Where our lock file does not know a package, the range starts at its release's. */
function pinned(dependencies, versions) {
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, range]) => [
      name,
      name.startsWith('@backstage/')
        ? (versions[name] ?? range.replace(/^\^/, ''))
        : range,
    ]),
  );
}

/** create-app's portal, adapted from Yarn to npm and given our tarballs. */
async function createPortal(folder, tarballs) {
  await succeed(
    'Create a fresh Backstage app',
    'npx',
    [
      ...['--yes', '-p', YARN, '-p', CREATE_APP, '--'],
      ...['backstage-create-app', '--skip-install', '--path', folder],
    ],
    { cwd: tmpdir(), env: { BACKSTAGE_APP_NAME: 'fresh', CI: '1' } },
  );
  const ours = read(join(root, 'package.json'));
  const manifest = read(join(folder, 'package.json'));
  delete manifest.packageManager;
  delete manifest.resolutions;
  const versions = releaseVersions();
  manifest.overrides = {
    ...ours.overrides,
    ...versions,
    // Every package finds the others' tarballs, none asks a registry.
    ...Object.fromEntries(
      Object.entries(tarballs).map(([name, file]) => [name, `file:${file}`]),
    ),
  };
  manifest.dependencies = {
    'better-sqlite3': ours.dependencies['better-sqlite3'],
  };
  manifest.devDependencies = {
    '@backstage/cli': ours.devDependencies['@backstage/cli'],
    '@backstage/cli-defaults': ours.devDependencies['@backstage/cli-defaults'],
    typescript: ours.devDependencies.typescript,
    // Peers of the CLI, which npm installs in versions that do not fit unless told.
    jest: ours.devDependencies.jest,
    jsdom: ours.devDependencies.jsdom,
    '@jest/environment-jsdom-abstract':
      ours.devDependencies['@jest/environment-jsdom-abstract'],
  };
  manifest.optionalDependencies = ours.optionalDependencies;
  write(join(folder, 'package.json'), manifest);
  cpSync(join(root, '.npmrc'), join(folder, '.npmrc'));

  const add = (workspace, names) => {
    const path = join(folder, 'packages', workspace, 'package.json');
    const workspaceManifest = read(path);
    workspaceManifest.devDependencies = {};
    workspaceManifest.dependencies = pinned(
      workspaceManifest.dependencies,
      versions,
    );
    for (const name of names) {
      workspaceManifest.dependencies[name] = `file:${tarballs[name]}`;
    }
    delete workspaceManifest.dependencies['node-gyp'];
    if (workspaceManifest.dependencies.app)
      workspaceManifest.dependencies.app = '0.0.0';
    if (workspaceManifest.dependencies['better-sqlite3']) {
      workspaceManifest.dependencies['better-sqlite3'] =
        ours.dependencies['better-sqlite3'];
    }
    write(path, workspaceManifest);
  };
  const backendPackages = Object.keys(tarballs).filter(name =>
    /-backend$|-backend-module-/.test(name),
  );
  add('backend', backendPackages);
  add('app', [
    '@elsa-portal/backstage-plugin-elsa',
    '@elsa-portal/backstage-plugin-scaffolder-module-elsa',
  ]);

  const index = join(folder, 'packages', 'backend', 'src', 'index.ts');
  writeFileSync(
    index,
    readFileSync(index, 'utf8').replace(
      'backend.start();',
      `${backendPackages.map(name => `backend.add(import('${name}'));`).join('\n')}\nbackend.start();`,
    ),
  );
}

async function startBackend(folder) {
  const port = await freePort();
  writeFileSync(
    join(folder, 'app-config.local.yaml'),
    [
      'backend:',
      `  baseUrl: http://localhost:${port}`,
      '  listen:',
      `    port: ${port}`,
      'integrations: null',
      'techdocs: null',
      '',
    ].join('\n'),
  );
  const group = new ProcessGroup();
  try {
    say('Start its backend');
    group.start(
      'fresh backend',
      node,
      [
        join(
          folder,
          'node_modules',
          '@backstage',
          'cli',
          'bin',
          'backstage-cli',
        ),
        'package',
        'start',
      ],
      {
        cwd: join(folder, 'packages', 'backend'),
        env: { NODE_ENV: 'development', GITHUB_TOKEN: 'none' },
      },
    );
    await Promise.race([
      waitUntilAnswers(
        `http://localhost:${port}/.backstage/health/v1/readiness`,
        { timeoutSeconds: 180 },
      ),
      group.failed,
    ]);
    const { status } = await fetch(
      `http://localhost:${port}/api/elsa/environments`,
    );
    if (status !== 401) {
      throw new Error(
        `/api/elsa/environments answered ${status} without sign-in, expected 401`,
      );
    }
    const session = await (
      await fetch(`http://localhost:${port}/api/auth/guest/refresh`)
    ).json();
    const headers = {
      Authorization: `Bearer ${session.backstageIdentity.token}`,
    };
    const list = await fetch(`http://localhost:${port}/api/elsa/environments`, {
      headers,
    });
    const body = await list.json();
    if (list.status !== 200 || !Array.isArray(body.items)) {
      throw new Error(
        `/api/elsa/environments answered ${list.status}: ${JSON.stringify(body)}`,
      );
    }
    const actions = await (
      await fetch(`http://localhost:${port}/api/scaffolder/v2/actions`, {
        headers,
      })
    ).json();
    for (const id of [
      'elsa:environment:generate',
      'elsa:environment:verify',
      'elsa:git:push',
    ]) {
      if (!actions.some(action => action.id === id)) {
        throw new Error(`The scaffolder does not have the action ${id}`);
      }
    }
  } finally {
    await group.stop();
  }
}

const SPEC = `
metadata: { name: payments-production }
owner: group:default/payments
preset: production
target: { cluster: production-eu, namespace: payments-elsa }
exposure: { host: elsa.example.com }
`;

/** The command as it is installed, with the template that its tarball carries. */
async function runCommand(portal, work) {
  const spec = join(work, 'spec.yaml');
  const repository = join(work, 'repository');
  writeFileSync(spec, SPEC);
  const command = join(portal, 'node_modules', '.bin', 'elsa-manifests');
  await succeed('Generate a repository with its elsa-manifests', command, [
    'generate',
    spec,
    '--out',
    repository,
  ]);
  for (const path of ['README.md', 'charts/elsa-workflows/Chart.yaml']) {
    readFileSync(join(repository, path));
  }
  const again = await succeed('Generate it again', command, [
    'generate',
    join(repository, '.elsa', 'payments-production.yaml'),
    '--out',
    repository,
  ]);
  if (!again.includes('0 created, 0 changed')) {
    throw new Error(`elsa-manifests changed what it had generated:\n${again}`);
  }
}

/**
 * @param {{hasDeclarations?: boolean}} options as of `packPlugins`
 * @returns results as the suites report them
 */
export async function freshPortal(options) {
  const work = mkdtempSync(join(tmpdir(), 'elsa-portal-fresh-'));
  let passed = 0;
  try {
    const tarballs = await packPlugins(options);
    const portal = join(work, 'portal');
    await createPortal(portal, tarballs);
    await succeed(
      'Install it with the eight tarballs',
      'npm',
      [
        'install',
        '--ignore-scripts',
        '--prefer-offline',
        '--no-audit',
        '--no-fund',
      ],
      { cwd: portal },
    );
    passed += 1;
    await runCommand(portal, work);
    passed += 1;
    await startBackend(portal);
    passed += 1;
    await succeed('Build its app', node, [cli, 'package', 'build'], {
      cwd: join(portal, 'packages', 'app'),
      env: { GITHUB_TOKEN: 'none' },
    });
    passed += 1;
    return { passed, failed: 0, skipped: 0 };
  } catch (error) {
    process.stderr.write(`${error.stack}\n`);
    return { passed, failed: 1, skipped: 0 };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
