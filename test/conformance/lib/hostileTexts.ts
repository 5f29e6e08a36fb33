import fc from 'fast-check';

const code = (...codes: number[]) => fc.constantFrom(...codes);
const range = (from: number, to: number) => fc.integer({ min: from, max: to });
/** In the middle, at the start or at the end of something that looks harmless. */
const within = (codes: fc.Arbitrary<number>) =>
  fc
    .tuple(
      codes,
      fc.constantFrom<[string, string]>(['a', 'b'], ['', 'b'], ['a', '']),
    )
    .map(([point, [before, after]]) => {
      return `${before}${String.fromCodePoint(point)}${after}`;
    });
const oneOf = (...texts: string[]) => fc.constantFrom(...texts);

/** Every class of character, and what each reader of the files has its own ideas about. */
export const HOSTILE_TEXTS: Record<string, fc.Arbitrary<string>> = {
  'C0 control': within(range(0, 0x08)),
  'other C0 control': within(
    range(0x0e, 0x1f).chain(point => code(0x0b, 0x0c, point)),
  ),
  tab: oneOf('\ta', 'a\tb', 'a\t', '\t'),
  'line feed': oneOf('a\nb', '\na', 'a\n', 'a\n\n', '\n', 'a\n b\n\n\tc\n'),
  'carriage return': oneOf('a\rb', '\ra', 'a\r', 'a\n\rb'),
  'line break of Windows': oneOf('a\r\nb', '\r\na', 'a\r\n'),
  DEL: within(code(0x7f)),
  'next line': within(code(0x85)),
  'C1 control': within(range(0x80, 0x9f)),
  'line separator': within(code(0x2028)),
  'paragraph separator': within(code(0x2029)),
  'direction control': within(
    code(0x200e, 0x200f, 0x061c, 0x202a, 0x202d, 0x202e, 0x2066, 0x2069),
  ),
  'zero width': within(code(0x200b, 0x200c, 0x200d, 0x2060, 0x180e)),
  'soft hyphen and fillers': within(code(0x00ad, 0x115f, 0x3164, 0x2800)),
  'variation selector and tag': within(code(0xfe0f, 0xe0100, 0xe0041)),
  'byte-order mark': within(code(0xfeff)),
  'an unpaired surrogate': within(code(0xd800, 0xdbff, 0xdc00, 0xdfff)),
  noncharacter: within(code(0xfffe, 0xffff, 0xfdd0, 0x1fffe, 0x10ffff)),
  'space of another kind': within(code(0xa0, 0x2003, 0x202f, 0x3000)),
  'space around': oneOf(' a', 'a ', ' ', '  a  b  '),
  'letter of another alphabet': within(range(0x3b1, 0x4ff)),
  'combining mark': within(range(0x300, 0x36f)),
  'private use': within(code(0xe000, 0xf8ff, 0xf0000)),
  'beyond the first plane': oneOf('a😀b', '👩🏽‍💻', '𝒜', 'ready ✔️'),
  'indicator of YAML': oneOf(
    ...['- a', '? a', 'a: b', 'a #b', '# a', '&a b', '*a', '!!int 1', '!a'],
    ...['| a', '> a', '%YAML 1.1', '@a', '`a`', '{a: b}', '[a]', ', a', ':'],
  ),
  'document of YAML': oneOf('---', '...', 'a\n---\nb: c', 'a\n...\nb', '--- a'),
  'word of YAML 1.1': oneOf(
    ...['yes', 'No', 'on', 'y', 'null', '~', '<<', '=', '.inf', '-.NaN'],
    ...['0x1f', '0o17', '017', '0b1', '1_000', '1e3', '12:30:45', '+1', '.5'],
    ...['2026-01-01', '2026-1-1 1:02:03Z', '123456789012345678901', ''],
  ),
  quote: oneOf(
    `'`,
    `"`,
    `'a'b`,
    `"a"b`,
    `a'b"c`,
    `''`,
    `\\`,
    `a\\"b`,
    `\\u2028`,
  ),
  'expression of a template': oneOf(
    ...['{{ .Values }}', '{{', '}}', '{{- fail "x" }}', '{{`a`}}'],
    ...['${{ x }}', '{% if %}', '{# a #}', '$(A)', '${A}', '`a`', '$a'],
  ),
  Markdown: oneOf(
    '# a',
    '| a | b',
    '[a](b)',
    '<!-- a',
    '-->',
    '```',
    '* a\n* b',
  ),
  HTML: oneOf('<script>alert(1)</script>', '&lt;', '<a href="b">', ']]>'),
  PromQL: oneOf('a"}[5m]', 'a\\', '{a="b"}', "a'b", 'a`b', '# a\nb'),
  'word of JavaScript': oneOf('__proto__', 'constructor', 'toString', 'NaN'),
  'long text': range(1, 9).map(size => 'a b '.repeat(size * 30)),
  'any characters': fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  'any letters of ASCII': fc.string({ minLength: 1, maxLength: 40 }),
  'any letters': fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
};

const classes = Object.values(HOSTILE_TEXTS);

/** Texts of two classes one after the other. */
export const mixedTexts = fc
  .tuple(fc.oneof(...classes), fc.oneof(...classes))
  .map(texts => texts.join(''));
