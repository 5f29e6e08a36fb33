/** A part of a text, without the quotes around it. */
export interface Value {
  text: string;
  start: number;
  end: number;
  isQuoted: boolean;
}

/** Longer ones are files, which are recognized by what is in them. */
const LONGEST_QUOTED = 4096;

/** References may contain spaces. */
const REFERENCE = String.raw`\$\([^()\n]{0,200}\)|\$?\{\{[^}\n]{0,200}\}\}|\$\w{0,8}\{[^}\n]{0,200}\}`;

const PLAIN = new RegExp(
  String.raw`(?:<[^<>\n]{1,60}>|(?:${REFERENCE}|[^\s"'\x60<>,;&\\])+)`,
  'y',
);
/** SQL and Python put a letter before it. */
const OPENING = /[NEbfr]?(\\{0,7})(["'`])/y;
const QUOTED = String.raw`"(?:[^"\\\n]|\\[^\n]){0,${LONGEST_QUOTED}}"|'[^'\n]{0,${LONGEST_QUOTED}}'`;
/** Quotes after something else than `:` and `=` belong to what the command stands in. */
const SHELL_WORD = new RegExp(
  String.raw`(?:${QUOTED})?(?:(?<=[:=])(?:${QUOTED})|${REFERENCE}|<[^<>\n]{1,60}>|[^\s"'\x60;|&<>\\])*`,
  'y',
);

/** The value that begins here, in quotes (as they are inside of JSON too) or up to what ends a value. */
export function readValue(text: string, start: number): Value | undefined {
  OPENING.lastIndex = start;
  const opening = OPENING.exec(text);
  if (opening) {
    const from = start + opening[0].length;
    const end = findClosing(text, from, opening[2], opening[1].length);
    if (end !== undefined) {
      return { text: text.slice(from, end), start: from, end, isQuoted: true };
    }
  }
  return readPlain(PLAIN, text, start + (opening?.[0].length ?? 0));
}

/** The word of a shell that begins here; its parts may be quoted each. */
export function readWord(text: string, start: number): Value | undefined {
  // In JSON, the quotes of a command are escaped.
  if (text[start] === '\\') return readValue(text, start);
  const word = readPlain(SHELL_WORD, text, start);
  return word && { ...word, isQuoted: /^["']/.test(word.text) };
}

/** A word of a shell without its quotes. */
export function unquote(word: string): string {
  return word.replace(/["']/g, '');
}

function readPlain(
  pattern: RegExp,
  text: string,
  start: number,
): Value | undefined {
  pattern.lastIndex = start;
  const found = pattern.exec(text)?.[0];
  return !found
    ? undefined
    : { text: found, start, end: start + found.length, isQuoted: false };
}

/** Where the same quote stands again, escaped as often as the first one. */
function findClosing(
  text: string,
  from: number,
  quote: string,
  escapes: number,
): number | undefined {
  const limit = Math.min(text.length, from + LONGEST_QUOTED);
  let run = 0;
  for (let index = from; index < limit; index += 1) {
    const character = text[index];
    if (character === '\n') return undefined;
    if (character === '\\') {
      run += 1;
    } else {
      if (character === quote && run === escapes) return index - run;
      run = 0;
    }
  }
  return undefined;
}
