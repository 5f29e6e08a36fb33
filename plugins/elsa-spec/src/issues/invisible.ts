/**
 * Sequences in which an invisible character has a job that people see: emoji
 * that are joined or coloured, keycaps, and letters whose shape depends on a
 * joiner. A line break of Windows is one too.
 */
const WITH_A_JOB = [
  '\\r\\n',
  '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\uFE0F)?(?:\\u200D\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\uFE0F)?)*',
  '[0-9#*]\\uFE0F\\u20E3',
  '[\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}\\p{Script=Gujarati}][\\u200C\\u200D](?=\\p{L})',
].join('|');

/**
 * Controls, formats (direction marks, zero-width characters, byte-order mark),
 * line and paragraph separators, halves of surrogate pairs, noncharacters, and
 * letters that are drawn as nothing.
 */
const INVISIBLE =
  '(?![\\t\\n])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\p{Noncharacter_Code_Point}\\p{Default_Ignorable_Code_Point}\\u2800]';

/** Nearly all texts. */
const PLAIN = /^[\t\n\x20-\x7e]*$/;

const PATTERN = new RegExp(`${WITH_A_JOB}|(${INVISIBLE})`, 'gu');

/**
 * Characters of a text that nobody sees, and that readers of YAML, terminals
 * and people take for different things. Tabs and line breaks are none of them.
 *
 * @public
 */
export function invisibleCharacters(text: string): string[] {
  if (PLAIN.test(text)) return [];
  return [...text.matchAll(PATTERN)].flatMap(([, character]) =>
    character === undefined ? [] : [character],
  );
}

/**
 * The text with every invisible character replaced.
 *
 * @public
 */
export function replaceInvisible(
  text: string,
  replace: (character: string) => string,
): string {
  return text.replace(PATTERN, (match, character?: string) =>
    character === undefined ? match : replace(character),
  );
}

/**
 * The text with every invisible character written as JSON writes it, such as
 * `\u202e`. For messages and prose.
 *
 * @public
 */
export function escapeInvisible(text: string): string {
  return replaceInvisible(text, character =>
    character
      .split('')
      .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

/** A name for a person, such as `U+202E, a direction control`. */
export function describeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}, ${kindOf(
    character,
    code,
  )}`;
}

function kindOf(character: string, code: number): string {
  if (/\p{Cc}/u.test(character)) return 'a control character';
  if (/[\p{Zl}\p{Zp}]/u.test(character)) return 'a line separator';
  if (/\p{Cs}/u.test(character)) return 'an unpaired surrogate';
  if (/\p{Noncharacter_Code_Point}/u.test(character)) return 'no character';
  if (/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/.test(character)) {
    return 'a direction control';
  }
  return code === 0xfeff ? 'a byte-order mark' : 'an invisible character';
}
