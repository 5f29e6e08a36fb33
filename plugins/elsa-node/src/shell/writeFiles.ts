import { InputError } from '@backstage/errors';
import { promises as fs } from 'fs';
import path from 'path';
import type { GeneratedFile } from '../generate/types';
import { makeFolder } from './makeFolder';

/**
 * Writes files below a folder. All of them are first written beside it and
 * then moved: when anything is wrong, the folder is as it was.
 *
 * @throws InputError when a path would lead out of the folder, or when the
 *   folder cannot be made or written to
 * @public
 */
export async function writeFiles(
  directory: string,
  files: GeneratedFile[],
): Promise<void> {
  const root = path.resolve(directory);
  const targets = files.map(file => ({
    ...file,
    target: safePath(root, file.path),
  }));
  await refuseLinks(root, targets);
  await makeFolder(root);
  const staging = await makeStaging(root);
  try {
    for (const [index, { content }] of targets.entries()) {
      await fs.writeFile(path.join(staging, String(index)), content);
    }
    for (const [index, { target }] of targets.entries()) {
      await makeFolder(path.dirname(target));
      await fs.rename(path.join(staging, String(index)), target);
    }
  } finally {
    await fs.rm(staging, { recursive: true, force: true });
  }
}

async function makeStaging(root: string): Promise<string> {
  try {
    return await fs.mkdtemp(path.join(root, '.elsa-writing-'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      `The folder ${root} cannot be written to (${code ?? String(error)}); name another one, or change its rights`,
    );
  }
}

function safePath(root: string, relative: string): string {
  const target = path.resolve(root, relative);
  if (
    path.isAbsolute(relative) ||
    !target.startsWith(`${root}${path.sep}`) ||
    relative.includes('\0')
  ) {
    throw new InputError(
      `${JSON.stringify(relative)} leads out of the folder that is written to`,
    );
  }
  return target;
}

/** A symbolic link below the folder could lead anywhere. */
async function refuseLinks(
  root: string,
  targets: Array<{ path: string; target: string }>,
): Promise<void> {
  const looked = new Set<string>();
  for (const { target } of targets) {
    let current = target;
    while (current !== root && !looked.has(current)) {
      looked.add(current);
      const found = await fs.lstat(current).catch(() => undefined);
      if (found?.isSymbolicLink()) {
        throw new InputError(
          `${path.relative(
            root,
            current,
          )} is a symbolic link; remove it, generated files are written to real folders only`,
        );
      }
      current = path.dirname(current);
    }
  }
}
