import { promises as fs } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { findHelm, runHelm } from './helm';

describe('runHelm', () => {
  const directory = createMockDirectory();

  async function writeHelm(script: string): Promise<string> {
    const helm = directory.resolve('helm');
    await fs.writeFile(helm, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return helm;
  }

  const run = (helm: string, args: string[], timeoutMs?: number) =>
    runHelm({
      helm,
      args,
      cwd: directory.path,
      homeFolder: directory.path,
      timeoutMs,
    });

  it('should hand arguments on as they are, without a shell', async () => {
    const helm = await writeHelm('printf "%s|" "$@"');
    const { stdout, isSuccess } = await run(helm, [
      'template',
      '$(touch hacked); `id`',
      "a'b",
    ]);
    expect(isSuccess).toBe(true);
    expect(stdout).toBe("template|$(touch hacked); `id`|a'b|");
    expect(await fs.readdir(directory.path)).not.toContain('hacked');
  });

  it('should stop a Helm that does not end', async () => {
    const helm = await writeHelm('exec sleep 30');
    await expect(run(helm, ['lint'], 100)).rejects.toThrow(
      'helm lint took longer than 0.1 seconds and was stopped',
    );
  });

  it('should find helm on the PATH only where it can be run', async () => {
    const path = process.env.PATH;
    process.env.PATH = directory.path;
    try {
      await fs.rm(directory.resolve('helm'), { force: true });
      expect(await findHelm(undefined)).toBeUndefined();
      await fs.writeFile(directory.resolve('helm'), '', { mode: 0o644 });
      expect(await findHelm(undefined)).toBeUndefined();
      await fs.chmod(directory.resolve('helm'), 0o755);
      expect(await findHelm(undefined)).toBe(directory.resolve('helm'));
    } finally {
      process.env.PATH = path;
    }
  });
});
