import { createHash } from 'node:crypto';
import { type Dirent, promises as fs } from 'node:fs';
import path from 'node:path';
import { InputError } from '@backstage/errors';

/** A file of a working folder as Git stores it. */
export interface GitFile {
  /** With `/` between folders, relative to the repository's root. */
  path: string;
  mode: '100644' | '100755';
  content: Uint8Array;
  /** Git's object id of the content. */
  oid: string;
}

/** Git's id of a file's content. */
export function hashBlob(content: Uint8Array): string {
  return createHash('sha1')
    .update(`blob ${content.byteLength}\0`)
    .update(content)
    .digest('hex');
}

const byPath = (a: { path: string }, b: { path: string }) =>
  a.path < b.path ? -1 : Number(a.path > b.path);

async function readEntry(
  root: string,
  folder: string,
  entry: Dirent,
): Promise<GitFile[]> {
  const relative = path.posix.join(folder, entry.name);
  const absolute = path.join(root, relative);
  if (entry.isDirectory()) {
    return entry.name === '.git' ? [] : readFolder(root, relative);
  }
  if (!entry.isFile()) {
    // A link could publish a file of the backend's own.
    throw new InputError(
      `'${relative}' is neither a file nor a folder; links cannot be pushed`,
    );
  }
  const [content, stats] = await Promise.all([
    fs.readFile(absolute),
    fs.stat(absolute),
  ]);
  return [
    {
      path: relative,
      // eslint-disable-next-line no-bitwise
      mode: stats.mode & 0o111 ? '100755' : '100644',
      content,
      oid: hashBlob(content),
    },
  ];
}

async function readFolder(root: string, folder: string): Promise<GitFile[]> {
  const entries = await fs.readdir(path.join(root, folder), {
    withFileTypes: true,
  });
  const files: GitFile[] = [];
  for (const entry of entries) {
    files.push(...(await readEntry(root, folder, entry)));
  }
  return files;
}

/** All files below a folder, by path, without `.git`. */
export async function readFiles(root: string): Promise<GitFile[]> {
  return (await readFolder(root, '.')).sort(byPath);
}
