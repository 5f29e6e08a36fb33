import { ELSA_OWNER_ANNOTATION } from '@elsa-portal/backstage-plugin-elsa-common';
import type { GitFile } from '../git/fileTree';
import {
  CATALOG_FILE,
  describesEnvironments,
  isClaiming,
  ownersOfChange,
  readClaims,
  type TextFile,
  toText,
} from './readClaims';

/**
 * Owners whose environments a push creates or changes. Repositories of other
 * software may name anybody; there only Elsa's own annotation counts.
 */
export function ownersOfPush(options: {
  files: readonly GitFile[];
  /** Files of the branch that these replace. */
  replaced: readonly GitFile[];
}): string[] {
  const files = options.files
    .filter(({ path }) => isClaiming(path))
    .map(toText);
  const isElsa = describesEnvironments(files);
  const counts = ({ path, content }: TextFile) =>
    isElsa ||
    (path !== CATALOG_FILE && content.includes(ELSA_OWNER_ANNOTATION));
  return ownersOfChange(
    readClaims(options.replaced.map(toText).filter(counts)),
    readClaims(files.filter(counts)),
  );
}
