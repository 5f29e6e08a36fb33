import { createHash } from 'crypto';
import type { GeneratedFile } from '../files/types';
import { RepositoryConflictError } from './conflict';

/**
 * Generated files end in a comment with the checksum of what stands above it.
 * With it the generator tells a file that it may replace from one that somebody
 * changed, although the spec that the file was made from has been changed since.
 */
const SEALS = [
  {
    path: /\.md$/,
    write: (sum: string) => `\n<!-- elsa-manifests ${sum} -->\n`,
  },
  { path: /\.ya?ml$/, write: (sum: string) => `# elsa-manifests ${sum}\n` },
];

const SEAL = /^(?:<!-- |# )elsa-manifests (sha256:[0-9a-f]{64})(?: -->)?$/gm;

/** What the last line of a file says of the rest. */
export type SealState = 'untouched' | 'changed' | 'none';

function checksum(content: string): string {
  return `sha256:${createHash('sha256').update(content.trimEnd()).digest('hex')}`;
}

/** The file with its checksum as the last line; as it is where comments are not possible. */
export function seal(file: GeneratedFile): GeneratedFile {
  const { path, content } = file;
  const kind = SEALS.find(item => item.path.test(path));
  return kind
    ? { path, content: `${content}${kind.write(checksum(content))}` }
    : file;
}

/** Whether somebody changed a file since it was generated. Line ends of another system are no change. */
export function sealState(content: string): SealState {
  const text = content.replace(/\r\n/g, '\n');
  const found = [...text.matchAll(SEAL)].pop();
  if (!found) return 'none';
  const [line, sum] = found;
  const isLast = text.slice(found.index + line.length).trim() === '';
  return isLast && checksum(text.slice(0, found.index)) === sum
    ? 'untouched'
    : 'changed';
}

/**
 * Changes that somebody made by hand to a file of an environment would be lost.
 *
 * @throws RepositoryConflictError naming the files
 */
export function refuseHandEdits(
  environment: string,
  files: readonly GeneratedFile[],
  existing: readonly GeneratedFile[],
): void {
  const current = new Map(existing.map(file => [file.path, file.content]));
  const edited = files.filter(({ path, content }) => {
    const found = current.get(path);
    return (
      found !== undefined && found !== content && sealState(found) === 'changed'
    );
  });
  if (edited.length === 0) return;
  throw new RepositoryConflictError({
    conflict: 'hand-edits',
    environment,
    message: `${edited.map(({ path }) => path).join(', ')} of ${environment} ${
      edited.length === 1 ? 'was' : 'were'
    } changed by hand, and the changes would be lost`,
  });
}
