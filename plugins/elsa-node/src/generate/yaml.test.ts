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
});
