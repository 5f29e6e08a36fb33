import { isClaiming, readClaims, toText } from '../access/readClaims';
import { readFiles } from '../git/fileTree';
import type { VerifiedRepository } from './types';

/** Everybody whom the files of the verified environments name as an owner. */
export async function listOwners(
  repository: Pick<VerifiedRepository, 'folder' | 'environments'>,
): Promise<string[]> {
  const files = await readFiles(repository.folder);
  const names = new Set(repository.environments.map(({ name }) => name));
  return readClaims(files.filter(({ path }) => isClaiming(path)).map(toText))
    .filter(({ environment }) => environment && names.has(environment))
    .flatMap(({ owners }) => owners);
}
