import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

/**
 * A folder of the workspace that may be emptied.
 *
 * @throws InputError for the workspace itself, NotAllowedError outside of it
 */
export function folderToEmpty(
  workspacePath: string,
  targetPath: string,
): string {
  const folder = resolveSafeChildPath(workspacePath, targetPath);
  if (path.relative(workspacePath, folder) === '') {
    throw new InputError(
      `targetPath '${targetPath}' is the workspace itself, which must not be emptied; name a folder in it`,
    );
  }
  return folder;
}

/** What an earlier attempt of the task left there must not be published. */
export async function emptyFolder(folder: string): Promise<void> {
  await fs.rm(folder, { recursive: true, force: true });
  await fs.mkdir(folder, { recursive: true });
}

/** @throws NotAllowedError when the path leads out of the folder */
export async function writeFile(
  folder: string,
  file: { path: string; content: string | Uint8Array },
): Promise<void> {
  const target = resolveSafeChildPath(folder, file.path);
  await fs.mkdir(path.dirname(target), { recursive: true });
  await fs.writeFile(target, file.content);
}
