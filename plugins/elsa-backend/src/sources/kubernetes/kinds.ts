import type { ComponentName } from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** One kind of Kubernetes object that the collector lists. */
export interface CollectedKind {
  kind: string;
  /** Empty for the core group. */
  group: string;
  /** In order of preference; the first that the cluster serves is read. */
  versions: readonly string[];
  plural: string;
  /**
   * Components about which nothing certain can be said without this kind.
   * Empty: it only adds detail.
   */
  decides: readonly ComponentName[];
  /**
   * Components that may consist of nothing else: without this kind they would
   * seem not to exist, and what is left would look complete.
   */
  mayHide?: readonly ComponentName[];
  /** Every component that it decides has objects of it. */
  isPartOfAll?: boolean;
  /** Without it nothing can be said of any environment in the cluster. */
  isEssential?: boolean;
  /** Lives in another namespace than the environment. */
  livesElsewhere?: boolean;
  /**
   * Health is complete without it: that it may not be read is no fault of the
   * cluster.
   */
  isInformative?: boolean;
}

/** Holds the rules by which Prometheus records SLOs. */
export const PROMETHEUS_RULE = 'PrometheusRule';

const WORKLOADS = [
  'server',
  'studio',
  'database',
  'pgbouncer',
  'redis',
  'rabbitmq',
] as const;

/**
 * Everything that a generated environment can consist of. Kinds that a cluster
 * does not serve are skipped. Secrets and ConfigMaps are left out on purpose.
 */
export const COLLECTED_KINDS: readonly CollectedKind[] = [
  {
    ...core('Pod', 'pods', WORKLOADS),
    isPartOfAll: true,
    isEssential: true,
  },
  {
    ...core('PersistentVolumeClaim', 'persistentvolumeclaims', ['database']),
    isPartOfAll: true,
  },
  core('Service', 'services', []),
  workload('Deployment', 'deployments'),
  workload('StatefulSet', 'statefulsets'),
  custom('apps', ['v1'], 'DaemonSet', 'daemonsets', []),
  {
    ...custom('apps', ['v1'], 'ReplicaSet', 'replicasets', []),
    isEssential: true,
  },
  custom(
    'autoscaling',
    ['v2'],
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    [],
  ),
  custom('policy', ['v1'], 'PodDisruptionBudget', 'poddisruptionbudgets', []),
  custom('batch', ['v1'], 'Job', 'jobs', []),
  whole('batch', ['v1'], 'CronJob', 'cronjobs', 'backup'),
  whole('networking.k8s.io', ['v1'], 'Ingress', 'ingresses', 'exposure'),
  custom('gateway.networking.k8s.io', ['v1'], 'Gateway', 'gateways', [
    'exposure',
  ]),
  whole(
    'gateway.networking.k8s.io',
    ['v1', 'v1beta1'],
    'HTTPRoute',
    'httproutes',
    'exposure',
  ),
  custom('cert-manager.io', ['v1'], 'Certificate', 'certificates', [
    'exposure',
  ]),
  whole(
    'external-secrets.io',
    ['v1', 'v1beta1'],
    'ExternalSecret',
    'externalsecrets',
    'secrets',
  ),
  custom(
    'external-secrets.io',
    ['v1', 'v1beta1'],
    'SecretStore',
    'secretstores',
    ['secrets'],
  ),
  whole(
    'bitnami.com',
    ['v1alpha1'],
    'SealedSecret',
    'sealedsecrets',
    'secrets',
  ),
  whole('postgresql.cnpg.io', ['v1'], 'Cluster', 'clusters', 'database'),
  whole('postgresql.cnpg.io', ['v1'], 'Pooler', 'poolers', 'pgbouncer'),
  whole(
    'postgresql.cnpg.io',
    ['v1'],
    'ScheduledBackup',
    'scheduledbackups',
    'backup',
  ),
  custom('postgresql.cnpg.io', ['v1'], 'Backup', 'backups', []),
  whole(
    'rabbitmq.com',
    ['v1beta1'],
    'RabbitmqCluster',
    'rabbitmqclusters',
    'rabbitmq',
  ),
  custom('keda.sh', ['v1alpha1'], 'ScaledObject', 'scaledobjects', []),
  {
    ...custom('argoproj.io', ['v1alpha1'], 'Application', 'applications', []),
    livesElsewhere: true,
  },
  custom(
    'snapshot.storage.k8s.io',
    ['v1'],
    'VolumeSnapshot',
    'volumesnapshots',
    [],
  ),
  {
    ...custom(
      'monitoring.coreos.com',
      ['v1'],
      PROMETHEUS_RULE,
      'prometheusrules',
      [],
    ),
    isInformative: true,
  },
];

/** A kind of which a component may consist alone. */
function whole(
  group: string,
  versions: readonly string[],
  kind: string,
  plural: string,
  component: ComponentName,
): CollectedKind {
  return {
    ...custom(group, versions, kind, plural, [component]),
    mayHide: [component],
  };
}

/** Any program may be one. */
function workload(kind: string, plural: string): CollectedKind {
  return {
    ...custom('apps', ['v1'], kind, plural, WORKLOADS),
    mayHide: WORKLOADS,
    isEssential: true,
  };
}

function core(
  kind: string,
  plural: string,
  decides: readonly ComponentName[],
): CollectedKind {
  return { kind, group: '', versions: ['v1'], plural, decides };
}

function custom(
  group: string,
  versions: readonly string[],
  kind: string,
  plural: string,
  decides: readonly ComponentName[],
): CollectedKind {
  return { kind, group, versions, plural, decides };
}

const BUILT_IN_GROUPS = new Set([
  '',
  'apps',
  'autoscaling',
  'batch',
  'networking.k8s.io',
  'policy',
]);

/** Whether every supported cluster has this kind. */
export function isBuiltIn({ group }: CollectedKind): boolean {
  return BUILT_IN_GROUPS.has(group);
}

/** Such as `volumesnapshots.snapshot.storage.k8s.io`. */
export function idOfKind({
  plural,
  group,
}: Pick<CollectedKind, 'plural' | 'group'>): string {
  return group ? `${plural}.${group}` : plural;
}

/** `apps/v1`, or `v1` for the core group. */
export function apiVersionOf(group: string, version: string): string {
  return group ? `${group}/${version}` : version;
}

/** Path below the API server, with an optional namespace. */
export function listPath(
  kind: CollectedKind,
  version: string,
  namespace?: string,
): string {
  const segments = [
    ...(kind.group ? ['apis', kind.group] : ['api']),
    version,
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    kind.plural,
  ];
  return `/${segments.map(encodeURIComponent).join('/')}`;
}
