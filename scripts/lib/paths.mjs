import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folder of the commands that npm installed. */
export const binFolder = join(root, 'node_modules', '.bin');

/** Node 24 as pinned in package.json, whatever Node runs this script. */
export const node = join(
  binFolder,
  process.platform === 'win32' ? 'node.cmd' : 'node',
);

/** Environment in which every child finds the pinned Node first. */
export function childEnvironment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return {
    ...process.env,
    PATH: `${binFolder}${separator}${process.env.PATH ?? ''}`,
    ...extra,
  };
}
