const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;

const isSpace = (byte: number) =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
const isOpening = (byte: number) => byte === 0x5b || byte === 0x7b;
const isClosing = (byte: number) => byte === 0x5d || byte === 0x7d;

/** Names of fields by their length in bytes. */
export type FieldNames = ReadonlyMap<number, readonly Buffer[]>;

/** Prepares names for `parseWithout`. */
export function fieldNames(names: readonly string[]): FieldNames {
  const byLength = new Map<number, Buffer[]>();
  for (const name of names) {
    const bytes = Buffer.from(name);
    byLength.set(bytes.length, [...(byLength.get(bytes.length) ?? []), bytes]);
  }
  return byLength;
}

/**
 * Parses JSON as if the value of every such field, if it is a list or an
 * object, were null. Walking over their bytes costs a fraction of what making
 * and throwing away the objects does, and they are most of an answer.
 *
 * @param bytes - UTF-8
 * @throws SyntaxError when what is left is not JSON; faults inside of values
 * that are left out are not noticed
 */
export function parseWithout(bytes: Buffer, names: FieldNames): unknown {
  let kept = '';
  let from = 0;
  let at = 0;
  while (at < bytes.length) {
    if (bytes[at] !== QUOTE) {
      at += 1;
      continue;
    }
    const start = at + 1;
    const end = endOfText(bytes, start);
    at = end + 1;
    // Every text is looked at, also those that are values: only the name of a
    // field is followed by a colon.
    if (!isNamed(bytes, start, end, names)) {
      continue;
    }
    const value = valueAfterName(bytes, at);
    if (value !== undefined && isOpening(bytes[value])) {
      kept += `${bytes.toString('utf8', from, value)}null`;
      at = endOfValue(bytes, value);
      from = at;
    }
  }
  return JSON.parse(kept + bytes.toString('utf8', from));
}

function isNamed(
  bytes: Buffer,
  start: number,
  end: number,
  names: FieldNames,
): boolean {
  const candidates = names.get(end - start);
  return (
    candidates !== undefined &&
    candidates.some(name => isAt(bytes, start, name))
  );
}

/** Most texts differ in their first byte, which is not worth a native call. */
function isAt(bytes: Buffer, start: number, name: Buffer): boolean {
  for (let index = 0; index < name.length; index += 1) {
    if (bytes[start + index] !== name[index]) {
      return false;
    }
  }
  return true;
}

/** Where the value of a field begins, when a name ends here. */
function valueAfterName(bytes: Buffer, end: number): number | undefined {
  let at = end;
  while (isSpace(bytes[at])) at += 1;
  if (bytes[at] !== COLON) {
    return undefined;
  }
  at += 1;
  while (isSpace(bytes[at])) at += 1;
  return at;
}

/** Position of the closing quote, or the end of what there is. */
function endOfText(bytes: Buffer, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== QUOTE) {
    at += bytes[at] === BACKSLASH ? 2 : 1;
  }
  return Math.min(at, bytes.length);
}

/** Position after the bracket that closes the one at `start`. */
function endOfValue(bytes: Buffer, start: number): number {
  let depth = 0;
  let at = start;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfText(bytes, at + 1);
    } else if (isOpening(byte)) {
      depth += 1;
    } else if (isClosing(byte)) {
      depth -= 1;
      if (depth === 0) {
        return at + 1;
      }
    }
    at += 1;
  }
  return bytes.length;
}
