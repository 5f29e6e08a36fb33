import { requireTool } from './tools';

describe('requireTool', () => {
  const before = process.env;
  afterEach(() => {
    process.env = before;
  });

  it('should say how to get a program that is missing', async () => {
    process.env = { PATH: '/nowhere' };
    await expect(requireTool('git')).rejects.toThrow(
      'git was not found: install Git (on Debian: apt-get install git)',
    );
    await expect(requireTool('prometheus')).rejects.toThrow(
      'prometheus was not found: on Debian: apt-get install prometheus, or set PROMETHEUS to its path',
    );
  });
});
