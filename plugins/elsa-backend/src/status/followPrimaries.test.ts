import { followPrimaries } from './followPrimaries';

describe('followPrimaries', () => {
  it.each([
    ['one that is no copy', {}, []],
    ['a copy', { a: 'b' }, ['b']],
    ['a copy of a copy', { a: 'b', b: 'c' }, ['b', 'c']],
    ['two that are copies of each other', { a: 'b', b: 'a' }, ['b']],
    ['a copy of those', { a: 'b', b: 'c', c: 'b' }, ['b', 'c']],
    ['one that names itself', { a: 'a' }, []],
  ])('should follow %s to the end', (_, primaries, expected) => {
    const known = new Map<string, string>(Object.entries(primaries));
    expect(followPrimaries('a', ref => known.get(ref))).toEqual(expected);
  });
});
