import { InputError } from '@backstage/errors';

// git check-ref-format, for a branch.
const FORBIDDEN = [
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0020\u007f~^:?*[\\]/,
  /\.\./,
  /@\{/,
  /^@$/,
  /\/\//,
  /^[/-]/,
  /\/$/,
  /\.$/,
  /(^|\/)\./,
  /\.lock($|\/)/,
];

/**
 * Makes sure that Git accepts the name of a branch.
 *
 * @see https://git-scm.com/docs/git-check-ref-format
 */
export function assertBranchName(name: string): void {
  if (!name || FORBIDDEN.some(pattern => pattern.test(name))) {
    throw new InputError(
      `'${name}' is not a branch name that Git accepts; use letters, digits, '-', '.' and '/', such as elsa/payments-production`,
    );
  }
}
