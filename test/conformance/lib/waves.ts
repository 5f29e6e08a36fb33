import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { KubernetesObject } from './kubernetesObject';

const ANNOTATION = 'argocd.argoproj.io/sync-wave';

/** Kinds that belong to one wave wherever they stand. */
const BY_KIND: Record<string, number> = {
  ServiceAccount: -3,
  NetworkPolicy: -3,
  Role: -3,
  RoleBinding: -3,
  LimitRange: -3,
  ResourceQuota: -3,
  StorageClass: -3,
  VolumeSnapshotClass: -3,
  SecretStore: -2,
  ExternalSecret: -2,
  SealedSecret: -2,
  PrometheusRule: 3,
  ServiceMonitor: 3,
  PodMonitor: 3,
  Probe: 3,
  // A route is of use as soon as what it leads to is there.
  HTTPRoute: 2,
  Ingress: 2,
  IngressRoute: 2,
  VirtualService: 2,
};

/** What runs, by component: a service after what it needs. */
const BY_COMPONENT: Record<string, number> = {
  database: -1,
  pgbouncer: -1,
  redis: -1,
  rabbitmq: -1,
  migration: 0,
  server: 1,
  studio: 2,
};

const RUNNING =
  /^(Deployment|StatefulSet|Service|Cluster|Pooler|RabbitmqCluster|Job)$/;

function wantedWave({ kind, metadata }: KubernetesObject): number | undefined {
  if (kind in BY_KIND) return BY_KIND[kind];
  const component = metadata.labels?.['app.kubernetes.io/component'] ?? '';
  return RUNNING.test(kind) ? BY_COMPONENT[component] : undefined;
}

/** Argo CD applies an environment in an order in which each part finds what it needs. */
export function waveProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  // What users add brings its own wave, or none, which is 0.
  const isAdded = ({ kind, metadata }: KubernetesObject) =>
    spec.extra.objects.some(
      added => added.kind === kind && added.metadata.name === metadata.name,
    );
  return objects.flatMap(object => {
    if (isAdded(object)) return [];
    const wave = object.metadata.annotations?.[ANNOTATION];
    const name = `${object.kind} ${object.metadata.name}`;
    if (!spec.delivery.argocd.enabled) {
      return wave === undefined ? [] : [`${name}: has a wave without Argo CD`];
    }
    if (object.metadata.annotations?.['helm.sh/hook'] === 'test') return [];
    if (wave === undefined) return [`${name}: has no wave`];
    const wanted = wantedWave(object);
    return wanted === undefined || Number(wave) === wanted
      ? []
      : [`${name}: wave ${wave}, wanted ${wanted}`];
  });
}
