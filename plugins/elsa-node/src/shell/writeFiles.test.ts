import { createMockDirectory } from '@backstage/backend-test-utils';
import fs from 'fs';
import { writeFiles } from './writeFiles';

describe('writeFiles', () => {
  const directory = createMockDirectory();

  it('should write below the folder and leave nothing else behind', async () => {
    directory.setContent({});
    await writeFiles(directory.resolve('a'), [
      { path: 'b/c.yaml', content: 'x' },
      { path: 'd.md', content: 'y' },
    ]);
    expect(directory.content()).toEqual({
      a: { b: { 'c.yaml': 'x' }, 'd.md': 'y' },
    });
  });

  it.each([
    [
      'a file in the way',
      'taken.txt/repository',
      /taken\.txt\/repository cannot be created/,
    ],
    [
      'a file in its place',
      'taken.txt',
      /taken\.txt cannot be created \(EEXIST\)/,
    ],
  ])('should name the folder with %s', async (_, folder, message) => {
    directory.setContent({ 'taken.txt': 'ours' });
    await expect(
      writeFiles(directory.resolve(folder), [{ path: 'a', content: 'x' }]),
    ).rejects.toThrow(message);
    expect(directory.content()).toEqual({ 'taken.txt': 'ours' });
  });

  // Nothing below /proc can be made, and it does not say so as other folders do.
  it('should not wait for what can never be made', async () => {
    const found = await writeFiles('/proc/elsa', [
      { path: 'a', content: 'x' },
    ]).catch(String);
    expect(found).toMatch(/\/proc(\/elsa)? cannot be created/);
  });

  it.each(['../x', '/etc/x', 'a/../../x', '.', 'a\0b'])(
    'should refuse the path %j and write nothing',
    async path => {
      directory.setContent({ repository: {} });
      await expect(
        writeFiles(directory.resolve('repository'), [
          { path: 'ok', content: 'x' },
          { path, content: 'x' },
        ]),
      ).rejects.toThrow('leads out of the folder');
      expect(directory.content()).toEqual({ repository: {} });
    },
  );

  it('should name everything in the way and write nothing', async () => {
    directory.setContent({
      docs: 'a file',
      'README.md': { 'a.txt': 'a folder' },
      'catalog-info.yaml': 'old',
    });
    const before = directory.content();
    await expect(
      writeFiles(directory.path, [
        { path: 'catalog-info.yaml', content: 'new' },
        { path: 'docs/runbook.md', content: 'x' },
        { path: 'README.md', content: 'x' },
      ]),
    ).rejects.toThrow(/docs is no folder, README\.md is a folder; rename/);
    expect(directory.content()).toEqual(before);
  });

  it('should take everything back when a move fails half-way', async () => {
    const before = { 'a.txt': 'old' };
    directory.setContent(before);
    const rename = jest.spyOn(fs.promises, 'rename');
    rename.mockImplementation(async (from, to) => {
      if (String(to).endsWith('c.txt')) throw new Error('disk full');
      fs.renameSync(from, to);
    });
    try {
      await expect(
        writeFiles(directory.path, [
          { path: 'a.txt', content: 'new' },
          { path: 'b/b.txt', content: 'new' },
          { path: 'b/c.txt', content: 'new' },
        ]),
      ).rejects.toThrow('Nothing was written: disk full');
    } finally {
      rename.mockRestore();
    }
    expect(directory.content()).toEqual(before);
  });

  it('should not follow symbolic links', async () => {
    directory.setContent({ outside: {}, repository: {} });
    fs.symlinkSync(
      directory.resolve('outside'),
      directory.resolve('repository/docs'),
    );
    await expect(
      writeFiles(directory.resolve('repository'), [
        { path: 'docs/x', content: 'x' },
      ]),
    ).rejects.toThrow('symbolic link');
    expect(fs.readdirSync(directory.resolve('outside'))).toEqual([]);
  });
});
