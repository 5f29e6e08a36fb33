import { execFileSync } from 'node:child_process';
import { createMockDirectory } from '@backstage/backend-test-utils';
import fc from 'fast-check';
import { parse } from 'yaml';
import { toYaml, toYamlDocuments } from './yaml';

describe('toYaml', () => {
  it.each(['1.1', '1.2'] as const)(
    'should keep any text what it is for readers of YAML %s',
    version => {
      const text = fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.stringMatching(/^[-+.0-9eExXoOyYnN_:]{1,8}$/),
      );
      const check = () =>
        fc.assert(
          fc.property(
            text,
            value =>
              parse(toYaml({ a: [{ b: value }] }), { version }).a[0].b ===
              value,
          ),
          { numRuns: 2000 },
        );
      expect(check).not.toThrow();
    },
  );

  it.each(['yes', 'off', '1e3', 'e0', '0x1f', '12:30', '2026-01-01', '~'])(
    'should quote %s',
    value => {
      expect(toYaml({ value })).toBe(`value: '${value}'\n`);
    },
  );

  it('should use no aliases and keep comments apart', () => {
    const shared = { a: 1 };
    expect(toYaml({ first: shared, second: shared }, 'one\ntwo')).toBe(
      '# one\n# two\nfirst:\n  a: 1\nsecond:\n  a: 1\n',
    );
    expect(toYamlDocuments([{ a: 1 }, { b: undefined }])).toBe(
      '---\na: 1\n---\n{}\n',
    );
  });

  it.each<[string, string]>([
    ['a\u2028b', '"a\\u2028b"'],
    ['\u0085', '"\\u0085"'],
    ['a\u007f', '"a\\u007f"'],
    ['\ufeffa', '"\\ufeffa"'],
    ['\u202ea', '"\\u202ea"'],
    ['a\r\nb', '"a\\r\\nb"'],
    ['\u{e0041}', '"\\U000e0041"'],
    ['\\u2028', '\\u2028'],
  ])('should write by its number what nobody sees: %j', (text, written) => {
    expect(toYaml({ text })).toBe(`text: ${written}\n`);
    expect(toYaml({ [text]: 1 })).toBe(`${written}: 1\n`);
  });

  it('should not let a comment end early', () => {
    expect(toYaml({ a: 1 }, 'x\u2028b: 2\u0085\rc: 3')).toBe(
      '# x\\u2028b: 2\\u0085\\u000dc: 3\na: 1\n',
    );
  });

  it('should refuse an unpaired surrogate', () => {
    expect(() => toYaml({ text: 'a\ud800' })).toThrow(/an unpaired surrogate/);
    expect(() => toYaml({ '\udc00': 1 })).toThrow(/an unpaired surrogate/);
  });

  describe('for the parser of Go', () => {
    const directory = createMockDirectory();

    it('should keep every character what it is, in values and in names', () => {
      const codes = [
        ...Array.from({ length: 0x400 }, (_, code) => code),
        ...Array.from({ length: 0x80 }, (_, code) => 0x2000 + code),
        ...[0x061c, 0x115f, 0x180e, 0x2800, 0x3000, 0x3164],
        ...[0xe000, 0xfdd0, 0xfe0f, 0xfeff, 0xfffc, 0xfffd, 0xfffe, 0xffff],
        ...[0x1f600, 0x1fffe, 0xe0001, 0xe0041, 0xe0100, 0xf0000, 0x10ffff],
      ];
      const texts = codes.flatMap(code => {
        const character = String.fromCodePoint(code);
        return [
          character,
          `a${character}b`,
          ` ${character}\n`,
          `\n${character}`,
        ];
      });
      const names = Object.fromEntries(texts.map(text => [text, 'x']));
      const document = toYaml({ texts, names });
      expect(parse(document)).toEqual({ texts, names });

      directory.setContent({
        'Chart.yaml': 'apiVersion: v2\nname: reader\nversion: 1.0.0\n',
        'values.yaml': document,
        'templates/read.yaml':
          'text: {{ dict "texts" .Values.texts "names" .Values.names | toJson | b64enc | quote }}\n',
      });
      const output = execFileSync(
        process.env.HELM ?? 'helm',
        ['template', 'reader', directory.path],
        { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
      );
      const [, text] = /^text: "(.*)"$/m.exec(output) ?? [];
      expect(JSON.parse(Buffer.from(text, 'base64').toString())).toEqual({
        texts,
        names,
      });
    });
  });
});
