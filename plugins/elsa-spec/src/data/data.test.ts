import { environmentSpecJsonSchema } from '../environment/jsonSchema';
import {
  checkEnvironmentSpec,
  resolveEnvironment,
} from '../environment/resolve';
import { DATA_FIELDS } from './dataFields';
import { findAbandonedData } from './findAbandonedData';
import { locateData } from './locateData';

type Schema = Record<string, unknown>;

/** Fields of the schema, as paths; elements of lists have their list's. */
function leavesOf(schema: Schema, path: string[] = []): string[] {
  const properties = schema.properties as Record<string, Schema> | undefined;
  if (properties) {
    return Object.entries(properties).flatMap(([name, child]) =>
      leavesOf(child, [...path, name]),
    );
  }
  const items = schema.items as Schema | undefined;
  return items ? leavesOf(items, path) : [path.join('.')];
}

/** By which the data of `extra.objects` and of mounted claims is found. */
const FOUND_BY_NAME = [
  'extra.objects.apiVersion',
  'extra.objects.kind',
  'extra.objects.metadata.name',
  'server.volumes.persistentVolumeClaim',
  'server.volumes.mountPath',
  'studio.volumes.persistentVolumeClaim',
  'studio.volumes.mountPath',
];

/**
 * Fields that may change without a word. Whole sections only where nothing in
 * them could ever say where data is.
 */
const HARMLESS = [
  // Texts, people and looks.
  /^(apiVersion|kind|templateVersion|preset|size|owner|system|lifecycle)$/,
  /^metadata\.(title|description|tags)$/,
  /^(exposure|mesh|monitoring|slos|security)\./,
  // Ask for power, never for a volume.
  /^(server|studio|database|pgbouncer|redis|rabbitmq)\.resources\./,
  /^(server|studio)\.(autoscaling|placement)\./,
  /^(server|studio)\.(replicas|env|podLabels|podAnnotations|verticalAutoscaler)(\.|$)/,
  // A Secret, a ConfigMap and an emptyDir hold nothing that Elsa wrote.
  /^(server|studio)\.volumes\.(name|readOnly|secret|configMap|emptyDirSizeLimit)$/,
  /^server\.(preStopSeconds|shutdownSeconds)$/,
  /^studio\.enabled$/,
  /^target\.(kubernetesVersion|cloud)$/,
  // The studio keeps nothing; a digest does not tell which release it is.
  /^host\.studio\.(repository|tag|digest)$/,
  /^host\.server\.digest$/,
  /^host\.(imagePullSecrets|migrationArguments)$/,
  /^host\.probes\./,
  // The direct connection leads to the same server; the others to no data.
  /^host\.environmentKeys\.(directConnectionString|lockProvider|redis|rabbitmq|signingKey|adminUser|adminPassword|publicUrl)$/,
  // How the same database is reached.
  /^database\.external\.(tls|caSecret\..*)$/,
  /^database\.(maxConnections|maxPoolSize)$/,
  // Replicas of one database.
  /^database\.instances$/,
  /^database\.sqlserver\./,
  // In between, whether it is there or not.
  /^pgbouncer\./,
  /^(redis|rabbitmq)\.external\.tls$/,
  // What was backed up stays; these say what comes next.
  /^backup\.(schedule|timeZone|volumeSnapshotClass)$/,
  /^backup\.objectStore\.(useWorkloadIdentity|serviceAccountAnnotations)$/,
  /^backup\.velero\.schedule$/,
  // The classes stay in the cluster as long as a claim names them.
  /^storage\.create(StorageClass|VolumeSnapshotClass)$/,
  // Encrypted anew, the same values look different.
  /^secrets\.(sealed|refreshInterval)$/,
  // Data is marked so that Argo CD neither prunes nor deletes it.
  /^delivery\.argocd\.(enabled|namespace|project|automated|url)$/,
  /^delivery\.(repository\.(url|branch)|ci)$/,
  /^extra\.(labels|annotations)$/,
  /^dataMoves\./,
];

const leaves = [
  ...new Set(leavesOf(environmentSpecJsonSchema() as Schema)),
].sort();
const decisive = new Set([
  ...FOUND_BY_NAME,
  ...DATA_FIELDS.flatMap(({ field, sources = [field] }) => sources),
]);

const base = {
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu' },
  exposure: { host: 'elsa.example.com' },
  backup: { enabled: true },
};
const before = (fields: object = {}) =>
  locateData(resolveEnvironment({ ...base, ...fields }));
const refused = (stored: object, next: object) =>
  findAbandonedData(
    before(stored),
    resolveEnvironment({ ...base, ...next }),
  ).map(({ path, from, to }) => `${path}: ${from} -> ${to}`);

describe('where the data of an environment is', () => {
  it('should be decided for every field of the spec', () => {
    expect(leaves.length).toBeGreaterThan(150);
    expect(
      leaves.filter(
        leaf =>
          decisive.has(leaf) === HARMLESS.some(pattern => pattern.test(leaf)),
      ),
    ).toEqual([]);
    expect([...decisive].filter(field => !leaves.includes(field))).toEqual([]);
    expect(
      HARMLESS.filter(pattern => !leaves.some(leaf => pattern.test(leaf))),
    ).toEqual([]);
  });

  it.each([
    [
      'the mode of the database',
      {},
      {
        database: {
          mode: 'external',
          external: { host: 'db.example.com', tls: 'require' },
        },
      },
      'database.mode: embedded -> external',
    ],
    [
      'the kind of database',
      {},
      { database: { provider: 'mysql' }, host: clustered() },
      'database.provider: postgresql -> mysql',
    ],
    [
      'a later major',
      { database: { version: '16' } },
      { database: { version: '17' } },
      'database.version: postgresql 16 -> postgresql 17',
    ],
    [
      'an earlier major',
      { database: { version: '17' } },
      { database: { version: '16' } },
      'database.version: postgresql 17 -> postgresql 16',
    ],
    [
      'another name of the database',
      {},
      { database: { name: 'flows' } },
      'database.name: elsa -> flows',
    ],
    [
      'another external server',
      { database: { external: { host: 'a.example.com', tls: 'require' } } },
      { database: { external: { host: 'b.example.com', tls: 'require' } } },
      'database.external.host: a.example.com -> b.example.com',
    ],
    [
      'a smaller volume',
      { database: { storage: { size: '1Ti' } } },
      { database: { storage: { size: '500Gi' } } },
      'database.storage.size: 1Ti -> 500Gi',
    ],
    [
      'another class of all volumes',
      {},
      { storage: { storageClass: 'fast' } },
      "database.storage.storageClass: the cluster's default -> fast",
    ],
    [
      'no backups any more',
      {},
      { backup: { enabled: false } },
      'backup.method: dump -> none',
    ],
    [
      'another namespace',
      {},
      { target: { cluster: 'eu', namespace: 'other' } },
      'target.namespace: payments -> other',
    ],
    [
      'another packaging',
      {},
      { delivery: { packaging: 'kustomize' } },
      'delivery.packaging: helm -> kustomize',
    ],
    [
      'no Redis any more',
      { redis: { enabled: true }, host: clustered() },
      { host: clustered() },
      'redis.mode: embedded -> none',
    ],
  ])('should be missed after %s', (_, stored, next, expected) => {
    expect(refused(stored, next)).toContain(expected);
  });

  it.each([
    ['nothing changes', {}, {}],
    ['a volume grows', {}, { database: { storage: { size: '1Ti' } } }],
    ['PgBouncer comes between', {}, { pgbouncer: { enabled: true } }],
    [
      'a patch of the same major',
      { database: { version: '16' } },
      { database: { version: '16.10' } },
    ],
    [
      'RabbitMQ is added',
      { host: clustered() },
      { host: clustered(), rabbitmq: { enabled: true } },
    ],
    ['backups begin', { backup: { enabled: false } }, {}],
    ['texts change', {}, { metadata: { name: 'payments', title: 'Pay' } }],
  ])('should be found again when %s', (_, stored, next) => {
    expect(refused(stored, next)).toEqual([]);
  });

  it('should be followed once by an acknowledgement, not a second time', () => {
    const version = (value: string, from?: string, to = value) => ({
      database: { version: value },
      ...(from && {
        dataMoves: [
          {
            field: 'database.version',
            from: `postgresql ${from}`,
            to: `postgresql ${to}`,
          },
        ],
      }),
    });
    const to17 = version('17', '16');
    expect(refused(version('16'), to17)).toEqual([]);
    // Repeated, it changes nothing.
    expect(refused(to17, to17)).toEqual([]);
    // It allows no other change, neither from elsewhere nor to elsewhere.
    expect(refused(version('15'), to17)).toHaveLength(1);
    // And it has to go before the version changes again.
    const back = checkEnvironmentSpec({
      ...base,
      ...version('16', '16', '17'),
    });
    expect(back.issues).toEqual([
      expect.objectContaining({
        path: 'dataMoves[0]',
        remedy: expect.stringContaining('Remove the acknowledgement'),
      }),
    ]);
  });

  it('should tell field, both values and where the steps are', () => {
    const [issue] = findAbandonedData(
      before({ database: { version: '16' } }),
      resolveEnvironment({ ...base, database: { version: '17' } }),
    );
    expect(issue.message).toContain('"postgresql 16"');
    expect(issue.value).toBe('postgresql 17');
    expect(issue.remedy).toContain('"upgrade-database" (docs/runbook.md)');
    expect(issue.remedy).toContain(
      'dataMoves: [{ field: "database.version", from: "postgresql 16", to: "postgresql 17" }]',
    );
  });
});

function clustered() {
  return {
    profile: 'clustered',
    server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
  };
}
