import { databaseEngines, type Profiles, REDIS_PORT } from '../profiles';
import { backupFields } from './backupFields';
import { isHigherRelease, isLargerVolume, isSameMajor } from './compare';
import type { DataField, Spec } from './DataField';
import { hostFields } from './hostFields';
import { secretFields } from './secretFields';

const PARTS = ['database', 'redis', 'rabbitmq', 'backup'] as const;

const isOwnServer = ({ database }: Profiles) =>
  database.isServer && database.isOwn;

/** Of `postgresql 17`: whether its server reads what a newer patch wrote. */
const readsNewerPatches = (release: string) =>
  Object.values(databaseEngines).some(
    engine =>
      engine.readsNewerPatches && release.startsWith(`${engine.provider} `),
  );

/** Whether a claim of the environment holds the data of a part. */
function hasVolume(
  part: (typeof PARTS)[number],
  spec: Spec,
  profiles: Profiles,
): boolean {
  if (part === 'backup') {
    return spec.backup.enabled && spec.backup.method === 'dump';
  }
  const isUsed = part === 'database' || spec[part].enabled;
  return isUsed && profiles[part].isOwn;
}

const volumeFields: DataField[] = PARTS.flatMap((part): DataField[] => [
  {
    field: `${part}.storage.size`,
    read: (spec, profiles) =>
      hasVolume(part, spec, profiles) ? spec[part].storage.size : undefined,
    isSafe: isLargerVolume,
    loses: 'A volume cannot shrink; a smaller one would be new and empty.',
    procedure: part === 'backup' ? 'move-backups' : 'replace-volume',
  },
  {
    field: `${part}.storage.storageClass`,
    sources: [`${part}.storage.storageClass`, 'storage.storageClass'],
    read: (spec, profiles) =>
      hasVolume(part, spec, profiles)
        ? (spec[part].storage.storageClass ??
          spec.storage.storageClass ??
          "the cluster's default")
        : undefined,
    loses:
      'A claim keeps its storage class; changing it means a new, empty volume.',
    procedure: part === 'backup' ? 'move-backups' : 'replace-volume',
  },
]);

/** All that says where the data of an environment is. */
export const DATA_FIELDS: readonly DataField[] = [
  {
    field: 'metadata.name',
    read: spec => spec.metadata.name,
    loses:
      'Another name means another release with its own, empty volumes and databases.',
    procedure: 'move-environment',
  },
  {
    field: 'target.cluster',
    read: spec => spec.target.cluster,
    loses: 'The volumes stay in the current cluster.',
    procedure: 'move-environment',
  },
  {
    field: 'target.namespace',
    read: spec => spec.target.namespace,
    loses: 'The volumes stay in the current namespace.',
    procedure: 'move-environment',
  },
  {
    field: 'delivery.argocd.destination',
    sources: [
      'delivery.argocd.destination.name',
      'delivery.argocd.destination.server',
    ],
    read: ({ delivery }) =>
      delivery.argocd.enabled
        ? (delivery.argocd.destination.server ??
          delivery.argocd.destination.name)
        : undefined,
    loses:
      'Argo CD would deploy to that destination; the volumes stay where they are.',
    procedure: 'move-environment',
  },
  {
    field: 'delivery.packaging',
    read: spec => spec.delivery.packaging,
    loses:
      "Helm's release stays behind: uninstalling it later, or pruning, deletes what the other packaging runs.",
    procedure: 'change-packaging',
  },
  ...hostFields,
  {
    field: 'database.provider',
    read: spec => spec.database.provider,
    loses: 'Elsa would start on an empty database of the other kind.',
    procedure: 'move-database',
  },
  {
    field: 'database.mode',
    read: spec => spec.database.mode,
    loses: 'Elsa would start on another database server, which is empty.',
    procedure: 'move-database',
  },
  {
    field: 'database.version',
    read: (spec, profiles) =>
      isOwnServer(profiles) && spec.database.version
        ? `${spec.database.provider} ${spec.database.version}`
        : undefined,
    isSafe: (from, to) =>
      from.split(' ')[0] !== to.split(' ')[0] ||
      (isSameMajor(from, to) &&
        (readsNewerPatches(to) || isHigherRelease(from, to))),
    loses:
      'A server of another release cannot read the files in the volume, starts empty beside them, or changes them irreversibly.',
    procedure: 'upgrade-database',
  },
  {
    field: 'database.name',
    read: ({ database }, profiles) =>
      profiles.database.isServer ? database.name : undefined,
    loses: 'Another database name means another, empty database.',
    procedure: 'rename-database',
  },
  {
    field: 'database.username',
    read: ({ database }, profiles) =>
      profiles.database.isServer ? database.username : undefined,
    loses:
      'Tables belong to the user that created them; another user is refused, or starts with its own.',
    procedure: 'rename-database',
  },
  {
    field: 'database.external.host',
    read: ({ database }, profiles) =>
      profiles.database.isOwn ? undefined : database.external?.host,
    loses: 'Elsa would use the database of another server.',
    procedure: 'move-database',
  },
  {
    field: 'database.external.port',
    read: ({ database }, profiles) =>
      profiles.database.isOwn
        ? undefined
        : String(database.external?.port ?? profiles.database.port),
    loses: 'Another server may listen on that port.',
    procedure: 'move-database',
  },
  ...volumeFields,
  {
    field: 'redis.mode',
    sources: ['redis.enabled', 'redis.mode'],
    read: ({ redis }) => (redis.enabled ? redis.mode : undefined),
    loses: 'Locks that running servers hold are left behind.',
    procedure: 'change-locks',
  },
  {
    field: 'redis.engine',
    read: (spec, profiles) =>
      hasVolume('redis', spec, profiles) ? spec.redis.engine : undefined,
    loses: "Redis and Valkey do not read each other's files in every release.",
    procedure: 'change-locks',
  },
  ...(['host', 'port'] as const).map((key): DataField => ({
    field: `redis.external.${key}`,
    read: ({ redis }, profiles) =>
      redis.enabled && !profiles.redis.isOwn
        ? String(redis.external?.[key] ?? REDIS_PORT)
        : undefined,
    loses: 'Locks that running servers hold are left on the other server.',
    procedure: 'change-locks',
  })),
  {
    field: 'server.locks',
    read: (spec, { host }) =>
      host.isClustered ? (spec.server.locks ?? 'none') : undefined,
    loses:
      "During the rollout, old and new pods do not see each other's locks and may run a workflow twice.",
    procedure: 'change-locks',
  },
  {
    field: 'rabbitmq.mode',
    sources: ['rabbitmq.enabled', 'rabbitmq.mode'],
    read: ({ rabbitmq }) => (rabbitmq.enabled ? rabbitmq.mode : undefined),
    loses: 'Messages in the queues are left behind.',
    procedure: 'change-rabbitmq',
  },
  {
    field: 'rabbitmq.replicas',
    read: ({ rabbitmq }, profiles) =>
      rabbitmq.enabled && profiles.rabbitmq.isReplicated
        ? String(rabbitmq.replicas)
        : undefined,
    isSafe: (from, to) => Number(to) >= Number(from),
    loses:
      'The operator does not remove nodes. Queues on a node that is removed by hand are lost.',
    procedure: 'change-rabbitmq',
  },
  ...(['host', 'port', 'virtualHost'] as const).map((key): DataField => ({
    field: `rabbitmq.external.${key}`,
    read: ({ rabbitmq }, profiles) =>
      rabbitmq.enabled && !profiles.rabbitmq.isOwn
        ? String(rabbitmq.external?.[key] ?? 'the default port')
        : undefined,
    loses: 'Messages in the queues of the other server are left behind.',
    procedure: 'change-rabbitmq',
  })),
  ...backupFields,
  ...secretFields,
];
