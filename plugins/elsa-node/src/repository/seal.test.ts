import { seal, sealState } from './seal';

describe('seal', () => {
  it.each(['README.md', 'values.yaml', '.gitlab-ci.yml'])(
    'should tell that %s is as it was generated',
    path => {
      const { content } = seal({ path, content: 'a: 1\n' });
      expect(content.startsWith('a: 1\n')).toBe(true);
      expect(sealState(content)).toBe('untouched');
      expect(sealState(content.replace(/\n/g, '\r\n'))).toBe('untouched');
      expect(sealState(content.replace('1', '2'))).toBe('changed');
      expect(sealState(`${content}b: 2\n`)).toBe('changed');
    },
  );

  it('should leave alone what has no comments', () => {
    const file = { path: 'environments/a/namespace', content: 'a\n' };
    expect(seal(file)).toEqual(file);
    expect(sealState(file.content)).toBe('none');
  });
});
