/** Characters that no shell gives a meaning anywhere in a word. */
const PLAIN = /^[A-Za-z0-9_@%+=:,./-]+$/;

/**
 * One word of a POSIX shell command, whatever the value contains. Line breaks
 * and other control characters, which terminals act upon when pasted, are
 * taken out: no name of Kubernetes has any.
 *
 * @public
 */
export function quoteShell(value: string): string {
  // eslint-disable-next-line no-control-regex
  const printable = value.replace(/[\u0000-\u001f\u007f-\u009f]/g, '');
  return PLAIN.test(printable)
    ? printable
    : `'${printable.replace(/'/g, `'\\''`)}'`;
}
