import fs from 'node:fs';
import git, { type TreeEntry } from 'isomorphic-git';
import type { TreeFile } from './repositoryTypes';

const TREE_MODE = '040000';
const SUBMODULE_MODE = '160000';

/** Writes trees for these files, whose blobs are there. Gives the root's id. */
export async function writeTree(
  gitdir: string,
  files: readonly TreeFile[],
): Promise<string> {
  const { own, folders } = groupByFolder(files);
  const tree: TreeEntry[] = own.map(file => ({
    mode: file.mode,
    path: file.path,
    oid: file.oid,
    type: file.mode === SUBMODULE_MODE ? 'commit' : 'blob',
  }));
  for (const [name, inside] of folders) {
    tree.push({
      mode: TREE_MODE,
      path: name,
      oid: await writeTree(gitdir, inside),
      type: 'tree',
    });
  }
  return git.writeTree({ fs, gitdir, tree });
}

/** All files below a tree, links and submodules among them. */
export async function listTree(
  gitdir: string,
  oid: string,
  folder = '',
): Promise<TreeFile[]> {
  const { tree } = await git.readTree({ fs, gitdir, oid });
  const files: TreeFile[] = [];
  for (const entry of tree) {
    const path = folder ? `${folder}/${entry.path}` : entry.path;
    if (entry.type === 'tree') {
      files.push(...(await listTree(gitdir, entry.oid, path)));
    } else {
      files.push({ path, mode: entry.mode, oid: entry.oid });
    }
  }
  return files;
}

function groupByFolder(files: readonly TreeFile[]): {
  own: TreeFile[];
  folders: Map<string, TreeFile[]>;
} {
  const own: TreeFile[] = [];
  const folders = new Map<string, TreeFile[]>();
  for (const file of files) {
    const slash = file.path.indexOf('/');
    if (slash < 0) {
      own.push(file);
    } else {
      const folder = file.path.slice(0, slash);
      const inside = folders.get(folder) ?? [];
      inside.push({ ...file, path: file.path.slice(slash + 1) });
      folders.set(folder, inside);
    }
  }
  return { own, folders };
}
