import { InputError } from '@backstage/errors';
import { promises as fs } from 'fs';
import path from 'path';

/**
 * Makes a folder and those above it. Node's own `recursive` is not used: it
 * never comes back where a parent exists and still answers that it does not,
 * as `/proc` does.
 *
 * @throws InputError when it cannot be made, naming the folder that refused
 */
export async function makeFolder(
  directory: string,
  onMade?: (directory: string) => void,
): Promise<void> {
  const parent = path.dirname(directory);
  try {
    await fs.mkdir(directory);
    onMade?.(directory);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await isFolder(directory))) return;
    if (code !== 'ENOENT' || parent === directory || (await isFolder(parent))) {
      throw new InputError(
        `The folder ${directory} cannot be created (${code ?? String(error)}); choose another one`,
      );
    }
    await makeFolder(parent, onMade);
    await makeFolder(directory, onMade);
  }
}

/** Follows symbolic links: a folder may be reached by one. */
async function isFolder(directory: string): Promise<boolean> {
  const found = await fs.stat(directory).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
