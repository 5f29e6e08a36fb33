import { resolveEnvironment } from '../environment/resolve';
import { DATA_FIELDS } from './dataFields';
import { findAbandonedData } from './findAbandonedData';
import { locateData } from './locateData';

type Stated = Record<string, unknown>;
type Change = [from: Stated, to: Stated];

const merge = (a: Stated, b: Stated): Stated =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map(key => {
      const [left, right] = [a[key], b[key]];
      const isBoth = [left, right].every(
        value => typeof value === 'object' && !Array.isArray(value),
      );
      return [
        key,
        isBoth ? merge(left as Stated, right as Stated) : (right ?? left),
      ];
    }),
  );

/** Fields by their paths, such as `{ 'backup.enabled': true }`, as a spec nests them. */
const nest = (fields: Stated): Stated =>
  Object.entries(fields).reduce<Stated>(
    (spec, [path, value]) =>
      merge(
        spec,
        path
          .split('.')
          .reduceRight<unknown>(
            (inner, key) => ({ [key]: inner }),
            value,
          ) as Stated,
      ),
    {},
  );

const base = {
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu' },
  exposure: { host: 'elsa.example.com' },
};
const resolve = (fields: Stated) =>
  resolveEnvironment(merge(base, nest(fields)));
const refused = ([from, to]: Change) =>
  findAbandonedData(locateData(resolve(from)), resolve(to)).map(
    ({ path }) => path,
  );

/** The same surroundings before and after; one field differs. */
const within = (
  fields: Stated,
  path: string,
  from: unknown,
  to: unknown,
): Change => [
  { ...fields, [path]: from },
  { ...fields, [path]: to },
];

const clustered = {
  'host.profile': 'clustered',
  'host.server': { repository: 'registry.example.com/elsa', tag: '1.4.0' },
};
const external = {
  'database.mode': 'external',
  'database.external.tls': 'require',
};
const redis = { ...clustered, 'redis.enabled': true };
const externalRedis = {
  ...redis,
  'redis.mode': 'external',
  'redis.external.host': 'redis.example.com',
};
const rabbitmq = { ...clustered, 'rabbitmq.enabled': true };
const externalRabbitmq = {
  ...rabbitmq,
  'rabbitmq.mode': 'external',
  'rabbitmq.external.host': 'rabbit.example.com',
};
const backup = { 'backup.enabled': true };
const velero = { 'backup.velero.enabled': true };
const bucket = {
  'database.mode': 'cloudnativepg',
  'backup.enabled': true,
  'backup.method': 'object-store',
  'backup.objectStore.destinationPath': 's3://backups/payments',
};
const keys = { ...bucket, 'backup.objectStore.useWorkloadIdentity': false };
const store = {
  'secrets.kind': 'external-secrets',
  'secrets.store.name': 'vault',
};
const storage = (fields: Stated, part: string): Record<string, Change> => ({
  [`${part}.storage.size`]: within(
    fields,
    `${part}.storage.size`,
    '9Gi',
    '8Gi',
  ),
  [`${part}.storage.storageClass`]: within(
    fields,
    `${part}.storage.storageClass`,
    'a',
    'b',
  ),
});

/** For every field by which data is found, a change that loses it. */
const LOSSES: Record<string, Change> = {
  'metadata.name': within({}, 'metadata.name', 'payments', 'orders'),
  'target.cluster': within({}, 'target.cluster', 'eu', 'us'),
  'target.namespace': within({}, 'target.namespace', 'a', 'b'),
  'delivery.argocd.destination': within(
    { 'delivery.repository.url': 'https://git.example.com/x/y' },
    'delivery.argocd.destination.name',
    'a',
    'b',
  ),
  'delivery.packaging': within({}, 'delivery.packaging', 'helm', 'kustomize'),
  'host.profile': [{}, clustered],
  'host.environmentKeys.databaseProvider': within(
    clustered,
    'host.environmentKeys.databaseProvider',
    'A',
    'B',
  ),
  'host.environmentKeys.connectionString': within(
    clustered,
    'host.environmentKeys.connectionString',
    'A',
    'B',
  ),
  'host.server': within({}, 'host.server.tag', '3.9.0', '3.8.4'),
  'database.provider': [{}, { 'database.provider': 'mysql' }],
  'database.mode': within({}, 'database.mode', 'embedded', 'cloudnativepg'),
  'database.version': within({}, 'database.version', '17', '16'),
  'database.name': within({}, 'database.name', 'a', 'b'),
  'database.username': within({}, 'database.username', 'a', 'b'),
  'database.external.host': within(
    external,
    'database.external.host',
    'a.example.com',
    'b.example.com',
  ),
  'database.external.port': within(
    { ...external, 'database.external.host': 'a.example.com' },
    'database.external.port',
    5432,
    5433,
  ),
  ...storage({}, 'database'),
  ...storage(redis, 'redis'),
  ...storage(rabbitmq, 'rabbitmq'),
  ...storage(backup, 'backup'),
  'redis.mode': [redis, externalRedis],
  'redis.engine': within(redis, 'redis.engine', 'redis', 'valkey'),
  'redis.external.host': within(
    externalRedis,
    'redis.external.host',
    'a.example.com',
    'b.example.com',
  ),
  'redis.external.port': within(externalRedis, 'redis.external.port', 1, 2),
  'server.locks': [{ ...clustered, 'server.locks': 'postgresql' }, redis],
  'rabbitmq.mode': [rabbitmq, externalRabbitmq],
  'rabbitmq.replicas': within(
    { ...rabbitmq, 'rabbitmq.mode': 'operator' },
    'rabbitmq.replicas',
    3,
    1,
  ),
  'rabbitmq.external.host': within(
    externalRabbitmq,
    'rabbitmq.external.host',
    'a.example.com',
    'b.example.com',
  ),
  'rabbitmq.external.port': within(
    externalRabbitmq,
    'rabbitmq.external.port',
    1,
    2,
  ),
  'rabbitmq.external.virtualHost': within(
    externalRabbitmq,
    'rabbitmq.external.virtualHost',
    'a',
    'b',
  ),
  'backup.method': within({}, 'backup.enabled', true, false),
  'backup.objectStore': within(
    bucket,
    'backup.objectStore.destinationPath',
    's3://backups/a',
    's3://backups/b',
  ),
  'backup.retentionDays': within(backup, 'backup.retentionDays', 14, 1),
  'backup.velero.enabled': within({}, 'backup.velero.enabled', true, false),
  'backup.velero.retentionHours': within(
    velero,
    'backup.velero.retentionHours',
    720,
    24,
  ),
  'backup.velero.namespace': within(
    velero,
    'backup.velero.namespace',
    'a',
    'b',
  ),
  'backup.velero.storageLocation': within(
    velero,
    'backup.velero.storageLocation',
    'a',
    'b',
  ),
  'secrets.names.server': within({}, 'secrets.names.server', 'a', 'b'),
  'secrets.names.database': within({}, 'secrets.names.database', 'a', 'b'),
  'secrets.names.redis': within(redis, 'secrets.names.redis', 'a', 'b'),
  'secrets.names.rabbitmq': within(
    rabbitmq,
    'secrets.names.rabbitmq',
    'a',
    'b',
  ),
  'secrets.names.backup': within(keys, 'secrets.names.backup', 'a', 'b'),
  'secrets.kind': [{}, store],
  'secrets.store': within(store, 'secrets.store.name', 'a', 'b'),
  'secrets.remotePath': within(store, 'secrets.remotePath', 'a', 'b'),
};

const tag = (from: string, to: string, fields: Stated = clustered) =>
  within(fields, 'host.server.tag', from, to);

/** Changes of the same fields that lose nothing. */
const HARMLESS: Array<[string, Change]> = [
  ['longer retention', within(backup, 'backup.retentionDays', 14, 15)],
  [
    'shorter retention of snapshots, which nobody deletes',
    within(
      { ...bucket, 'backup.method': 'volume-snapshot' },
      'backup.retentionDays',
      14,
      1,
    ),
  ],
  [
    'another schedule',
    within(backup, 'backup.schedule', '0 1 * * *', '0 2 * * *'),
  ],
  ['Velero being added', within({}, 'backup.velero.enabled', false, true)],
  [
    'longer retention of Velero',
    within(velero, 'backup.velero.retentionHours', 24, 25),
  ],
  ['a newer server', tag('3.8.4', '3.10.0', {})],
  ['a newer patch', tag('3.9.0', '3.9.1', {})],
  ['a patch taken back', tag('3.9.1', '3.9.0', {})],
  ['a commit in place of a release', tag('1.4.0', 'sha-1234567')],
  ['another commit', tag('sha-9999999', 'sha-1111111')],
  ['an earlier date', tag('20261102', '20261101')],
  [
    'an image that counts differently',
    [
      clustered,
      {
        ...clustered,
        'host.server': {
          repository: 'registry.example.com/flows',
          tag: '0.1.0',
        },
      },
    ],
  ],
  [
    'an older image with the same Elsa',
    tag('2.0.0', '1.0.0', { ...clustered, 'host.version': '3.9.0' }),
  ],
  ['a Secret that nothing needs', within({}, 'secrets.names.redis', 'a', 'b')],
  [
    'credentials of a bucket that a cloud identity replaces',
    [keys, { ...keys, 'backup.objectStore.useWorkloadIdentity': true }],
  ],
  [
    'a store that is asked more often',
    within(store, 'secrets.refreshInterval', '1h', '5m'),
  ],
  [
    'the default, written down',
    [{}, { 'secrets.names.server': 'payments-server' }],
  ],
];

describe('fields by which data is found', () => {
  it('should each have a change that loses data', () => {
    expect(Object.keys(LOSSES).sort()).toEqual(
      DATA_FIELDS.map(({ field }) => field).sort(),
    );
  });

  it.each(Object.entries(LOSSES))(
    'should not change in vain: %s',
    (field, change) => {
      expect(refused(change)).toContain(field);
    },
  );

  it.each(HARMLESS)('should allow %s', (_, change) => {
    expect(refused(change)).toEqual([]);
  });

  it.each<[string, Change]>([
    ['with another tag scheme', tag('v1.4.0', 'release-1.3.9')],
    ['with a platform in its tag', tag('1.4.0_amd64', '1.3.0_amd64')],
    [
      'by the version that is stated',
      within(clustered, 'host.version', '3.9.0', '3.8.0'),
    ],
    ['of another major', tag('2.0.0', '1.9.0')],
  ])('should refuse an older server %s', (_, change) => {
    expect(refused(change)).toEqual(['host.server']);
  });

  it.each([
    [
      'Velero',
      within(velero, 'backup.velero.enabled', true, false),
      ['backup.velero.enabled'],
    ],
    ['backups', within({}, 'backup.enabled', true, false), ['backup.method']],
  ] satisfies Array<[string, Change, string[]]>)(
    'should tell once that %s end',
    (_, change, fields) => {
      expect(refused(change)).toEqual(fields);
    },
  );
});
