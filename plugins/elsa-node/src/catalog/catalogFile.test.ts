import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import { parseAllDocuments } from 'yaml';
import { catalogEntities } from '.';
import { toYaml } from '../files/yaml';
import { mergeCatalogFile } from './catalogFile';

const full = {
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu' },
  host: {
    profile: 'clustered',
    server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
    studio: { repository: 'registry.example.com/studio', tag: '1.0.0' },
  },
  pgbouncer: { enabled: true },
  redis: { enabled: true },
  rabbitmq: { enabled: true },
  exposure: { host: 'elsa.example.com' },
};

const entitiesOf = (fields: object = {}) =>
  catalogEntities(resolveEnvironment({ ...full, ...fields }), '1.0.0');

const merge = (existing: string | undefined, fields: object = {}) =>
  mergeCatalogFile(existing, entitiesOf(fields), 'payments');

const namesIn = (content: string) =>
  parseAllDocuments(content)
    .map(document => document.toJS())
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`);

const off = { enabled: false };

describe('mergeCatalogFile', () => {
  it('should drop the entities of parts that are gone', () => {
    const before = merge(undefined);
    expect(namesIn(before)).toEqual(
      expect.arrayContaining([
        'Component payments-studio',
        'Resource payments-pgbouncer',
        'Resource payments-postgresql',
        'Resource payments-rabbitmq',
        'Resource payments-redis',
      ]),
    );
    const after = merge(before, {
      studio: off,
      database: { provider: 'mysql' },
      pgbouncer: off,
      redis: off,
      rabbitmq: off,
    });
    expect(namesIn(after)).toEqual([
      'System payments',
      'Component payments',
      'Component payments-server',
      'API payments-api',
      'Resource payments-mysql',
    ]);
    expect(after).not.toContain('payments-redis');
  });

  it.each([
    [
      'another name',
      {
        name: 'payments-cache',
        annotations: { 'elsa-portal.io/environment': 'payments' },
      },
    ],
    [
      "a part's name, which no pod is tied to",
      {
        name: 'payments-redis',
        annotations: { 'elsa-portal.io/environment': 'payments' },
      },
    ],
    ["a part's name and nothing else", { name: 'payments-redis' }],
    [
      "another part's pods under a name of its own",
      {
        name: 'payments-dumps',
        annotations: {
          'elsa-portal.io/environment': 'payments',
          'backstage.io/kubernetes-label-selector':
            'app.kubernetes.io/part-of=elsa-workflows,app.kubernetes.io/instance=payments,app.kubernetes.io/component=backup',
        },
      },
    ],
  ])('should leave what was written by hand with %s', (_, metadata) => {
    const own = `# ours, do not touch\n${toYaml({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Resource',
      metadata,
      spec: { type: 'cache', owner: 'payments' },
    })}`;
    const before = merge(own, { redis: off });
    const after = merge(before, { redis: off, rabbitmq: off });
    expect(namesIn(after)).toContain(`Resource ${metadata.name}`);
    expect(after).toContain('# ours, do not touch');
    expect(namesIn(after)).not.toContain('Resource payments-rabbitmq');
  });

  it('should leave the parts of other environments', () => {
    const other = entitiesOf({ metadata: { name: 'payments-staging' } })
      .map(entity => toYaml(entity))
      .join('---\n');
    expect(namesIn(merge(other, { redis: off }))).toEqual(
      expect.arrayContaining(['Resource payments-staging-redis']),
    );
  });

  it('should refuse a file that is not YAML', () => {
    expect(() => merge('a: [')).toThrow(/catalog-info.yaml .* is not YAML/);
  });
});
