import { InputError } from '@backstage/errors';
import { promises as fs, Stats } from 'fs';
import path from 'path';

/**
 * Makes sure that every file can be written, before the first one is.
 *
 * @throws InputError naming everything that is in the way
 */
export async function checkTargets(
  root: string,
  targets: readonly string[],
): Promise<void> {
  const files = new Set(targets);
  const problems = new Set<string>();
  for (const target of targets) {
    const found = await look(target);
    if (found?.isDirectory()) {
      problems.add(`${path.relative(root, target)} is a folder`);
    }
    for (
      let current = target;
      current !== root;
      current = path.dirname(current)
    ) {
      const name = path.relative(root, current);
      const there = await look(current);
      if (there?.isSymbolicLink()) {
        problems.add(`${name} is a symbolic link`);
      } else if (current !== target && there && !there.isDirectory()) {
        problems.add(`${name} is no folder`);
      } else if (current !== target && files.has(current)) {
        problems.add(`${name} would be both a file and a folder`);
      }
    }
  }
  if (problems.size === 0) return;
  throw new InputError(
    `Nothing was written to ${root}, where files of the environment have no place: ${[
      ...problems,
    ].join(', ')}; rename or remove it`,
  );
}

async function look(place: string): Promise<Stats | undefined> {
  try {
    return await fs.lstat(place);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new InputError(`${place} cannot be looked at (${code ?? error})`);
  }
}
