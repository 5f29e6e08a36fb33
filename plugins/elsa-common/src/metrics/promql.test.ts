import fc from 'fast-check';
import {
  anyOf,
  escapeRegularExpression,
  metricName,
  labelName,
  quotePromQL,
  rangeWindow,
  selector,
  WINDOW_PLACEHOLDER,
} from './promql';

describe('promql', () => {
  it('should quote hostile label values so that they stay one string', () => {
    expect(quotePromQL('a"} or vector(1) #')).toBe('"a\\"} or vector(1) #"');
    expect(quotePromQL('back\\slash')).toBe('"back\\\\slash"');
    expect(quotePromQL('two\nlines\r\ttab\u0000')).toBe(
      '"two\\nlines\\r\\ttab\\x00"',
    );
    expect(quotePromQL('lone \ud800 surrogate')).toBe(
      '"lone \ufffd surrogate"',
    );
    expect(quotePromQL('Überwachung 🚦')).toBe('"Überwachung 🚦"');
  });

  it('should never let any string end its quotes early', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        const quoted = quotePromQL(value);
        // One string literal: quotes and line breaks inside are escaped.
        expect(quoted).toMatch(
          /^"(?:[^"\\\n\r]|\\(?:[\\"nrt]|x[0-9a-f]{2}))*"$/,
        );
      }),
    );
  });

  it('should escape regular expressions so that they match the value alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (value, other) => {
        const expression = new RegExp(
          `^(?:${escapeRegularExpression(value)})$`,
        );
        expect(expression.test(value)).toBe(true);
        expect(expression.test(other)).toBe(other === value);
      }),
    );
  });

  it('should select by one value or by any of several', () => {
    expect(selector('up', [anyOf('namespace', ['a.b'])])).toBe(
      'up{namespace="a.b"}',
    );
    expect(selector('up', [anyOf('namespace', ['a.b', 'c'])])).toBe(
      'up{namespace=~"a\\\\.b|c"}',
    );
    expect(selector('up', [])).toBe('up');
    expect(selector(null, [anyOf('job', ['x'])])).toBe('{job="x"}');
    expect(() => selector(null, [])).toThrow('needs a metric name');
  });

  it('should refuse names and ranges that are none', () => {
    expect(() => metricName('up{} or x')).toThrow('"up{} or x"');
    expect(() => labelName('a-b')).toThrow('not a valid Prometheus label name');
    expect(() => labelName('le:x')).toThrow('label name');
    expect(() => rangeWindow('5m] or up[1m')).toThrow('duration');
    expect(rangeWindow('1h30m')).toBe('1h30m');
    expect(rangeWindow(WINDOW_PLACEHOLDER)).toBe('{{.window}}');
  });
});
