import { defineSection, type Draft } from './types';

const database = ({ spec }: Draft) => spec.database;
// SQLite is a file of the server's own, whatever was answered before.
const isExternal = (draft: Draft) =>
  database(draft).mode === 'external' && database(draft).provider !== 'sqlite';
const isEmbeddedSqlServer = (draft: Draft) =>
  database(draft).provider === 'sqlserver' && !isExternal(draft);

const YES_OR_NO = { kind: 'switch' } as const;

export const databaseSection = defineSection({
  id: 'database',
  root: 'database',
  questions: [
    {
      path: 'database.provider',
      text: 'databaseProvider',
      kind: 'choice',
      choices: [
        { value: 'postgresql', name: 'PostgreSQL' },
        { value: 'sqlserver', name: 'SQL Server' },
        { value: 'mysql', name: 'MySQL' },
        { value: 'sqlite', text: 'sqlite' },
      ],
    },
    {
      path: 'database.mode',
      text: 'databaseMode',
      kind: 'choice',
      isAsked: draft => database(draft).provider !== 'sqlite',
      choices: [
        { value: 'embedded', text: 'databaseEmbedded' },
        { value: 'cloudnativepg', text: 'databaseOperator' },
        { value: 'external', text: 'existingServer' },
      ],
    },
    {
      path: 'database.external.host',
      text: 'externalHost',
      kind: 'text',
      isAsked: isExternal,
      isRequired: true,
    },
    {
      path: 'database.external.port',
      text: 'externalPort',
      kind: 'number',
      isAsked: isExternal,
      minimum: 1,
      maximum: 65535,
    },
    {
      path: 'database.external.tls',
      text: 'databaseTls',
      kind: 'choice',
      isAsked: isExternal,
      choices: [
        { value: 'verify-full', text: 'tlsVerified' },
        { value: 'require', text: 'tlsUnverified' },
        { value: 'disable', text: 'tlsNone' },
      ],
    },
    {
      path: 'database.external.caSecret.name',
      text: 'caSecretName',
      kind: 'text',
      isAsked: draft =>
        isExternal(draft) && database(draft).external?.tls !== 'disable',
    },
    {
      path: 'database.external.caSecret.key',
      text: 'caSecretKey',
      kind: 'text',
      isAsked: draft =>
        isExternal(draft) && database(draft).external?.tls !== 'disable',
    },
    {
      path: 'database.sqlserver.acceptEula',
      text: 'acceptEula',
      ...YES_OR_NO,
      isAsked: isEmbeddedSqlServer,
    },
    {
      path: 'database.sqlserver.edition',
      text: 'sqlServerEdition',
      kind: 'choice',
      isAsked: isEmbeddedSqlServer,
      choices: ['Developer', 'Express', 'Standard', 'Enterprise'].map(
        value => ({ value, name: value }),
      ),
    },
    {
      path: 'database.instances',
      text: 'databaseInstances',
      kind: 'number',
      isAsked: draft => database(draft).mode === 'cloudnativepg',
      minimum: 1,
      maximum: 9,
    },
    {
      path: 'database.storage.size',
      text: 'storageSize',
      kind: 'text',
      isAsked: draft => !isExternal(draft),
    },
  ],
});

const isPooled = ({ spec }: Draft) => spec.pgbouncer.enabled;

export const pooling = defineSection({
  id: 'pooling',
  root: 'pgbouncer',
  questions: [
    {
      path: 'pgbouncer.enabled',
      text: 'pooling',
      ...YES_OR_NO,
      isAsked: draft => database(draft).provider === 'postgresql',
    },
    {
      path: 'pgbouncer.poolMode',
      text: 'poolMode',
      kind: 'choice',
      isAsked: isPooled,
      choices: [
        { value: 'session', text: 'poolSession' },
        { value: 'transaction', text: 'poolTransaction' },
      ],
    },
    {
      path: 'pgbouncer.replicas',
      text: 'poolReplicas',
      kind: 'number',
      isAsked: isPooled,
      minimum: 1,
      maximum: 20,
    },
  ],
});

const hasRedis = ({ spec }: Draft) => spec.redis.enabled;
const hasExternalRedis = (draft: Draft) =>
  hasRedis(draft) && draft.spec.redis.mode === 'external';

export const locks = defineSection({
  id: 'locks',
  root: 'redis',
  questions: [
    {
      path: 'redis.enabled',
      text: 'locks',
      ...YES_OR_NO,
      isAsked: ({ profile }) => profile.server.environment.redis !== undefined,
    },
    {
      path: 'redis.mode',
      text: 'operatedBy',
      kind: 'choice',
      isAsked: hasRedis,
      choices: [
        { value: 'embedded', text: 'databaseEmbedded' },
        { value: 'external', text: 'existingServer' },
      ],
    },
    {
      path: 'redis.external.host',
      text: 'externalHost',
      kind: 'text',
      isAsked: hasExternalRedis,
      isRequired: true,
    },
    {
      path: 'redis.external.port',
      text: 'externalPort',
      kind: 'number',
      isAsked: hasExternalRedis,
      minimum: 1,
      maximum: 65535,
    },
    {
      path: 'redis.external.tls',
      text: 'externalTls',
      ...YES_OR_NO,
      isAsked: hasExternalRedis,
    },
  ],
});

const hasRabbitMq = ({ spec }: Draft) => spec.rabbitmq.enabled;
const hasExternalRabbitMq = (draft: Draft) =>
  hasRabbitMq(draft) && draft.spec.rabbitmq.mode === 'external';

export const messages = defineSection({
  id: 'messages',
  root: 'rabbitmq',
  questions: [
    {
      path: 'rabbitmq.enabled',
      text: 'messages',
      ...YES_OR_NO,
      isAsked: ({ profile }) =>
        profile.server.environment.rabbitmq !== undefined,
    },
    {
      path: 'rabbitmq.mode',
      text: 'operatedBy',
      kind: 'choice',
      isAsked: hasRabbitMq,
      choices: [
        { value: 'embedded', text: 'databaseEmbedded' },
        { value: 'operator', text: 'rabbitmqOperator' },
        { value: 'external', text: 'existingServer' },
      ],
    },
    {
      path: 'rabbitmq.replicas',
      text: 'rabbitmqReplicas',
      kind: 'number',
      isAsked: draft =>
        hasRabbitMq(draft) && draft.spec.rabbitmq.mode === 'operator',
      minimum: 1,
      maximum: 9,
    },
    {
      path: 'rabbitmq.external.host',
      text: 'externalHost',
      kind: 'text',
      isAsked: hasExternalRabbitMq,
      isRequired: true,
    },
    {
      path: 'rabbitmq.external.port',
      text: 'externalPort',
      kind: 'number',
      isAsked: hasExternalRabbitMq,
      minimum: 1,
      maximum: 65535,
    },
    {
      path: 'rabbitmq.external.tls',
      text: 'externalTls',
      ...YES_OR_NO,
      isAsked: hasExternalRabbitMq,
    },
  ],
});

const isBackedUp = ({ spec }: Draft) => spec.backup.enabled;
const isBackedUpBy = (method: string) => (draft: Draft) =>
  isBackedUp(draft) && draft.spec.backup.method === method;

export const backups = defineSection({
  id: 'backups',
  root: 'backup',
  questions: [
    {
      path: 'backup.enabled',
      text: 'backups',
      ...YES_OR_NO,
      isAsked: draft => database(draft).provider !== 'sqlite',
      // A dump of an external server that could not be verified.
      complaintsAt: ['database.external.caSecret'],
    },
    {
      path: 'backup.method',
      text: 'backupMethod',
      kind: 'choice',
      isAsked: isBackedUp,
      choices: [
        { value: 'dump', text: 'backupDump' },
        { value: 'volume-snapshot', text: 'backupSnapshot' },
        { value: 'object-store', text: 'backupObjectStore' },
      ],
    },
    {
      path: 'backup.objectStore.destinationPath',
      text: 'backupBucket',
      kind: 'text',
      isAsked: draft =>
        isBackedUpBy('object-store')(draft) &&
        draft.spec.backup.objectStore?.existing === undefined,
    },
    {
      path: 'backup.objectStore.useWorkloadIdentity',
      text: 'backupIdentity',
      ...YES_OR_NO,
      isAsked: draft =>
        isBackedUpBy('object-store')(draft) &&
        draft.spec.backup.objectStore?.destinationPath !== undefined,
    },
    {
      path: 'backup.objectStore.existing',
      text: 'backupStore',
      kind: 'text',
      isAsked: draft =>
        isBackedUpBy('object-store')(draft) &&
        draft.spec.backup.objectStore?.destinationPath === undefined,
    },
    {
      path: 'backup.volumeSnapshotClass',
      text: 'snapshotClass',
      kind: 'text',
      isAsked: isBackedUpBy('volume-snapshot'),
    },
    {
      path: 'backup.schedule',
      text: 'backupSchedule',
      kind: 'text',
      isAsked: isBackedUp,
    },
    {
      path: 'backup.timeZone',
      text: 'backupTimeZone',
      kind: 'text',
      isAsked: isBackedUp,
    },
    {
      path: 'backup.retentionDays',
      text: 'backupRetention',
      kind: 'number',
      isAsked: isBackedUp,
      minimum: 1,
      maximum: 3650,
    },
    {
      path: 'backup.storage.size',
      text: 'storageSize',
      kind: 'text',
      isAsked: isBackedUpBy('dump'),
    },
    { path: 'backup.velero.enabled', text: 'velero', ...YES_OR_NO },
  ],
});
