import fc from 'fast-check';
import { codeSpan, escapeMarkdown, escapeParagraphs } from './markdown';

describe('escapeMarkdown', () => {
  it.each([
    ['# a', '\\# a'],
    ['1. a', '1\\. a'],
    ['99.95 % of', '99.95 % of'],
    ['- a', '\\- a'],
    ['a | b', 'a \\| b'],
    ['<script>', '\\<script\\>'],
    ['[a](javascript:b)', '\\[a\\](javascript:b)'],
    ['a\n\n# b', 'a \\# b'],
    ['==', '\\=='],
  ])('should make %j the text %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });

  it('should never leave a line break or an open HTML tag', () => {
    const check = () =>
      fc.assert(
        fc.property(fc.string(), text => {
          const escaped = escapeMarkdown(text);
          return !/[\r\n]/.test(escaped) && !/(^|[^\\])(\\\\)*</.test(escaped);
        }),
      );
    expect(check).not.toThrow();
  });
});

describe('escapeParagraphs', () => {
  it('should keep paragraphs and nothing else', () => {
    expect(escapeParagraphs('a\nb\n\n---\n\n```')).toBe(
      'a b\n\n\\---\n\n\\`\\`\\`',
    );
  });
});

describe('codeSpan', () => {
  it('should use a fence that the text does not contain', () => {
    expect(codeSpan('a `b`')).toBe('`` a `b` ``');
    expect(codeSpan('a | b')).toBe('`a \\| b`');
  });
});
