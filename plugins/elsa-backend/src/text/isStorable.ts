/** Control and formatting characters, lone surrogates, ends of lines. */
const UNSTORABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Whether a name can be stored, sent in a header and shown in a line: text of
 * Unicode without control characters, at most 255 characters long, which is
 * what a column of the database holds.
 */
export function isStorable(value: string): boolean {
  return value.length > 0 && value.length <= 255 && !UNSTORABLE.test(value);
}
