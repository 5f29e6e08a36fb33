import fc from 'fast-check';
import { fieldNames, parseWithout } from './parseWithout';

const NAMES = ['managedFields', 'env', 'größe'];

/** What the scanner has to agree with, slowly. */
function without(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(without);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      NAMES.includes(key) && typeof item === 'object' ? null : without(item),
    ]),
  );
}

function parse(text: string): unknown {
  return parseWithout(Buffer.from(text), fieldNames(NAMES));
}

const key = fc.oneof(
  fc.constantFrom(...NAMES, '"env', 'env"', '\\env', 'environment'),
  fc.string({ unit: 'binary' }).filter(text => text !== '__proto__'),
);
const { value } = fc.letrec(tie => ({
  value: fc.oneof(
    { depthSize: 'medium' },
    fc.jsonValue(),
    fc.constantFrom('"env":[', '}]', '\\', '"managedFields":{"a":"'),
    fc.array(tie('value')),
    fc.dictionary(key, tie('value')),
  ),
}));

describe('parseWithout', () => {
  it('should give what JSON.parse gives, without the named lists and objects', () => {
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (item, space) => {
        const text = JSON.stringify(item, undefined, space);
        expect(parse(text)).toEqual(without(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('should keep a text of that name, as a label may have', () => {
    expect(parse('{"labels":{"env":"prod"},"env":[{"name":"A"}]}')).toEqual({
      labels: { env: 'prod' },
      env: null,
    });
  });

  it('should refuse whatever is cut short, wherever that is', () => {
    const text = '{"items":[{"env":[{"name":"a\\"]"}],"managedFields":{}}]}';
    for (let end = 0; end < text.length; end += 1) {
      expect(() => parse(text.slice(0, end))).toThrow(SyntaxError);
    }
    expect(parse(text)).toEqual({
      items: [{ env: null, managedFields: null }],
    });
  });
});
