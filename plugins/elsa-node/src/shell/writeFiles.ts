import { InputError } from '@backstage/errors';
import { promises as fs } from 'fs';
import path from 'path';
import type { GeneratedFile } from '../files/types';
import { checkTargets } from './checkTargets';
import { makeFolder } from './makeFolder';

/**
 * Writes files below a folder: all of them or none. They are first written
 * beside it and then moved; when a move fails, what was moved is moved back.
 *
 * @throws InputError when a path would lead out of the folder, when something
 *   is in the way, or when the folder cannot be made or written to
 * @public
 */
export async function writeFiles(
  directory: string,
  files: GeneratedFile[],
): Promise<void> {
  const root = path.resolve(directory);
  const targets = await checkFiles(root, files);
  await makeFolder(root);
  const staging = await makeStaging(root);
  try {
    for (const [index, { content }] of files.entries()) {
      await fs.writeFile(path.join(staging, String(index)), content);
    }
    await moveAll(staging, targets);
  } finally {
    await fs.rm(staging, { recursive: true, force: true });
  }
}

/**
 * Where the files go.
 *
 * @throws InputError as `writeFiles`, which writes nothing then
 */
export async function checkFiles(
  root: string,
  files: readonly GeneratedFile[],
): Promise<string[]> {
  const targets = files.map(file => safePath(root, file.path));
  await checkTargets(root, targets);
  return targets;
}

/** What takes a move back. */
type Undo = () => Promise<unknown>;

async function moveAll(staging: string, targets: string[]): Promise<void> {
  const undo: Undo[] = [];
  try {
    for (const [index, target] of targets.entries()) {
      const staged = path.join(staging, String(index));
      const previous = `${staged}.previous`;
      await makeFolder(path.dirname(target), folder =>
        undo.push(() => fs.rmdir(folder)),
      );
      if (await moveIfThere(target, previous)) {
        undo.push(() => fs.rename(previous, target));
      }
      await fs.rename(staged, target);
      undo.push(() => fs.rm(target));
    }
  } catch (error) {
    const failures = await undoAll(undo);
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      failures.length === 0
        ? `Nothing was written: ${reason}`
        : `Writing failed halfway (${reason}), and not everything could be rolled back: ${failures.join('; ')}; look at these before you try again`,
    );
  }
}

async function undoAll(undo: Undo[]): Promise<string[]> {
  const failures: string[] = [];
  for (const step of [...undo].reverse()) {
    try {
      await step();
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  return failures;
}

async function moveIfThere(from: string, to: string): Promise<boolean> {
  try {
    await fs.rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function makeStaging(root: string): Promise<string> {
  try {
    return await fs.mkdtemp(path.join(root, '.elsa-writing-'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      `The folder ${root} cannot be written to (${code ?? String(error)}); choose another one, or change its permissions`,
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
