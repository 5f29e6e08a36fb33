import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import {
  freePort,
  isPortFree,
  reservePorts,
} from '../../scripts/lib/freePorts.cjs';

const root = join(__dirname, '..', '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');

function listen(port: number, host?: string) {
  return new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

describe('free ports', () => {
  it('should give everybody who asks another port that can be listened on', async () => {
    const ports = await Promise.all(Array.from({ length: 20 }, freePort));
    expect(new Set(ports).size).toBe(20);
    const servers = await Promise.all(ports.map(port => listen(port)));
    await Promise.all(
      ports.map(async port => expect(await isPortFree(port)).toBe(false)),
    );
    servers.forEach(server => server.close());
  });

  it('should see who listens on this machine only', async () => {
    const port = await freePort();
    const server = await listen(port, '127.0.0.1');
    expect(await isPortFree(port)).toBe(false);
    server.close();
  });

  it('should keep reserved ports from others until they are released', async () => {
    const reserved = await Promise.all(
      Array.from({ length: 30 }, () => reservePorts(8)),
    );
    const all = reserved.flatMap(({ first }) =>
      Array.from({ length: 8 }, (_, at) => first + at),
    );
    expect(new Set(all).size).toBe(240);
    expect(await isPortFree(reserved[0].first)).toBe(true);
    await Promise.all(reserved.map(({ release }) => release()));
  });
});

describe('the ports of the portal', () => {
  it('should be those of the sandbox, and those that app-config.yaml falls back to', async () => {
    const { portVariables, readPorts } =
      await import('../../scripts/lib/ports.mjs');
    const variables: Record<string, string> = portVariables(readPorts({}));
    const named = [
      ...(text('app-config.yaml') + text('app-config.trial.yaml')).matchAll(
        /\$\{([A-Z_]+):-(\d+)\}/g,
      ),
    ];
    expect(named.length).toBeGreaterThan(10);
    for (const [, name, fallback] of named) {
      expect([name, variables[name]]).toEqual([name, fallback]);
    }
    const readme = text('packages/sandbox/README.md');
    const ofSandbox = Object.keys(variables).filter(name =>
      name.startsWith('SANDBOX_'),
    );
    expect(ofSandbox).toHaveLength(6);
    for (const name of ofSandbox) {
      expect(readme).toContain(`http://127.0.0.1:${variables[name]}`);
    }
  });

  it('should not stand in the configuration as figures', () => {
    for (const path of ['app-config.yaml', 'app-config.trial.yaml']) {
      expect(JSON.stringify(parse(text(path)))).not.toMatch(
        /(127\.0\.0\.1|localhost):\d/,
      );
    }
  });
});
