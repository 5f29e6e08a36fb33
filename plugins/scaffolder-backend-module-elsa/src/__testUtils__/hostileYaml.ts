/** Ten levels, each ten times the one below. */
const bomb = [...'abcdefghij']
  .map((key, level, keys) =>
    level === 0
      ? `${key}: &${key} [x]`
      : `${key}: &${key} [${`*${keys[level - 1]},`.repeat(10)}]`,
  )
  .join('\n');

/** What somebody may have put in the place of a spec, and what is said of it. */
export const HOSTILE_YAML: Array<[string, string, string]> = [
  ['an alias bomb', `${bomb}\n`, 'its aliases expand to too much'],
  ['a huge file', `# ${'a'.repeat(2 ** 21)}\n`, 'is larger than 1 MiB'],
  ['a deep file', `a: ${'['.repeat(20_000)}\n`, 'is nested too deeply'],
  [
    'a broken file',
    'a: 1\npassword: "hunter22\n',
    'is not YAML: Missing closing "quote (line 3, column 1)',
  ],
  ['a key that is there twice', 'a: 1\na: 2\n', 'Map keys must be unique'],
  ['two documents', 'a: 1\n---\nb: 2\n', 'exactly one YAML document'],
  ['a tag of its own', 'a: !vault x\n', 'Unresolved tag: !vault'],
];
