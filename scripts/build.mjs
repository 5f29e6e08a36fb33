// npm run build: everything for production, laid out under dist/production.
//   npm run build -- --no-types     with the declarations that tsc left before
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { runMain, say, UserError } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

const cli = join(
  root,
  'node_modules',
  '@backstage',
  'cli',
  'bin',
  'backstage-cli',
);
const target = join(root, 'dist', 'production');

async function step(title, args, options) {
  say(title);
  const { code } = await runNode(args, options);
  if (code !== 0) {
    throw new UserError(`${title}: failed.`, 'The reason stands above.');
  }
}

function extract(archive) {
  const { status, stderr } = spawnSync('tar', ['-xzf', archive, '-C', target], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new UserError(
      `Extracting ${relative(root, archive)} failed: ${stderr}`,
      'tar must be installed.',
    );
  }
}

/**
 * Lets the built packages find each other before the workspaces' sources, and
 * the versions that only one of them wants.
 */
function linkWorkspaces() {
  for (const group of ['packages', 'plugins']) {
    const folder = join(target, group);
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const manifest = join(folder, name, 'package.json');
      if (!existsSync(manifest)) continue;
      const own = join(root, group, name, 'node_modules');
      if (existsSync(own)) {
        const place = join(folder, name);
        symlinkSync(relative(place, own), join(place, 'node_modules'), 'dir');
      }
      const link = join(
        target,
        'node_modules',
        JSON.parse(readFileSync(manifest, 'utf8')).name,
      );
      mkdirSync(dirname(link), { recursive: true });
      symlinkSync(relative(dirname(link), join(folder, name)), link, 'dir');
    }
  }
}

/**
 * Backstage's CLI copies yarn.lock into the backend's bundle and fails where
 * there is none. We install with npm, so an empty one stands in.
 */
async function withYarnLock(use) {
  const file = join(root, 'yarn.lock');
  if (existsSync(file)) return use();
  writeFileSync(file, '');
  try {
    return await use();
  } finally {
    rmSync(file, { force: true });
    rmSync(join(target, 'yarn.lock'), { force: true });
  }
}

async function main() {
  await ensureInstalled();
  const unknown = process.argv.slice(2).find(word => word !== '--no-types');
  if (unknown !== undefined) {
    throw new UserError(
      `Unknown argument ${JSON.stringify(unknown)}.`,
      'npm run build takes --no-types, or nothing.',
    );
  }
  if (!process.argv.includes('--no-types')) {
    await step('Type declarations', [
      join(root, 'node_modules', 'typescript', 'bin', 'tsc'),
      '--incremental',
      'false',
    ]);
  }
  await withYarnLock(() =>
    step('Packages, app and backend', [cli, 'repo', 'build', '--all']),
  );
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const dist = join(root, 'packages', 'backend', 'dist');
  extract(join(dist, 'skeleton.tar.gz'));
  extract(join(dist, 'bundle.tar.gz'));
  linkWorkspaces();
  // Read at run time, beside the packages, as in the image.
  cpSync(join(root, 'templates'), join(target, 'templates'), {
    recursive: true,
  });
  say('Built dist/production. Start it with: npm run start:production');
}

runMain(main);
