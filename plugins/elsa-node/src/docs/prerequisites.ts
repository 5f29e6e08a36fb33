import type { ClusterNeed } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Environment, Spec } from '../files/types';
import { references } from './references';

const crd = (name: string) => `kubectl get crd ${name}`;

/** Something that must be in the cluster before the environment can start. */
type Row = Record<keyof ClusterNeed, string | ((spec: Spec) => string)> & {
  isNeeded: (spec: Spec) => boolean;
};

const isNetworkGateway = ({ exposure }: Spec) => exposure.kind === 'gateway';
const usesCertManager = ({ exposure }: Spec) =>
  exposure.kind !== 'none' &&
  exposure.tls.enabled &&
  exposure.tls.source === 'cert-manager';
const usesHpa = (spec: Spec) =>
  spec.server.autoscaling.enabled || spec.studio.autoscaling.enabled;

function snapshotClass({ backup, storage }: Spec): string {
  if (backup.volumeSnapshotClass) return `class ${backup.volumeSnapshotClass}`;
  return storage.createVolumeSnapshotClass ? 'a CSI driver' : 'a default class';
}

/** What a profile needs, where there is one that needs something. */
type Need = (environment: Environment) => ClusterNeed | undefined;

const ROWS: Array<Row | Need> = [
  {
    what: 'Gateway API, standard channel, 1.5 or later',
    why: spec =>
      isNetworkGateway(spec)
        ? 'the routes of server and studio'
        : "the mesh's own routes",
    check: crd('httproutes.gateway.networking.k8s.io'),
    isNeeded: spec => isNetworkGateway(spec) || spec.mesh.kind === 'linkerd',
  },
  {
    what: spec =>
      `Gateway ${spec.exposure.gateway.namespace}/${spec.exposure.gateway.name} that admits routes of namespace ${spec.target.namespace}`,
    why: 'requests from outside, and their certificate',
    check: spec =>
      `kubectl get gateway ${spec.exposure.gateway.name} --namespace ${spec.exposure.gateway.namespace}`,
    isNeeded: spec =>
      isNetworkGateway(spec) && spec.exposure.gateway.mode !== 'own',
  },
  {
    what: spec => `GatewayClass ${spec.exposure.gateway.className}`,
    why: 'the Gateway of this environment',
    check: spec =>
      `kubectl get gatewayclass ${spec.exposure.gateway.className}`,
    isNeeded: spec =>
      isNetworkGateway(spec) && spec.exposure.gateway.mode === 'own',
  },
  {
    what: 'Envoy Gateway',
    why: 'the rate limit',
    check: crd('backendtrafficpolicies.gateway.envoyproxy.io'),
    isNeeded: spec =>
      isNetworkGateway(spec) &&
      spec.exposure.gateway.implementation === 'envoy-gateway' &&
      spec.exposure.rateLimit !== undefined,
  },
  {
    what: 'Ingress controller of class nginx',
    why: 'requests from outside; ingress-nginx has been retired since March 2026, plan its replacement',
    check: 'kubectl get ingressclass nginx',
    isNeeded: spec => spec.exposure.kind === 'ingress-nginx',
  },
  {
    what: 'Traefik 3 with its Kubernetes CRDs',
    why: 'requests from outside',
    check: crd('middlewares.traefik.io'),
    isNeeded: spec =>
      spec.exposure.kind === 'traefik' ||
      spec.exposure.kind === 'ingress-traefik',
  },
  {
    what: 'AWS Load Balancer Controller',
    why: 'the application load balancer',
    check: crd('targetgroupbindings.elbv2.k8s.aws'),
    isNeeded: spec => spec.exposure.kind === 'alb',
  },
  {
    what: spec =>
      `cert-manager with ${spec.exposure.tls.issuer.kind} ${spec.exposure.tls.issuer.name}`,
    why: 'the certificate of both host names',
    check: spec =>
      spec.exposure.tls.issuer.kind === 'ClusterIssuer'
        ? `kubectl get clusterissuer ${spec.exposure.tls.issuer.name}`
        : `kubectl get issuer ${spec.exposure.tls.issuer.name} --namespace ${spec.target.namespace}`,
    isNeeded: usesCertManager,
  },
  {
    what: spec =>
      `TLS Secret ${spec.exposure.tls.secretName} in namespace ${spec.target.namespace}`,
    why: 'the certificate of both host names',
    check: spec =>
      `kubectl get secret ${spec.exposure.tls.secretName} --namespace ${spec.target.namespace}`,
    isNeeded: spec =>
      spec.exposure.kind !== 'none' &&
      spec.exposure.tls.enabled &&
      spec.exposure.tls.source === 'secret',
  },
  {
    what: "Istio's CNI plugin",
    why: 'pod security: without it the sidecar needs rights that the namespace denies',
    check:
      'kubectl get daemonsets --all-namespaces --selector k8s-app=istio-cni-node --output name | grep .',
    isNeeded: spec =>
      spec.mesh.kind === 'istio' &&
      spec.mesh.istio.dataplane === 'sidecar' &&
      spec.security.podSecurity !== 'none',
  },
  {
    what: "Linkerd's CNI plugin",
    why: 'pod security: without it the sidecar needs rights that the namespace denies',
    check:
      'kubectl get daemonsets --all-namespaces --selector k8s-app=linkerd-cni --output name | grep .',
    isNeeded: spec =>
      spec.mesh.kind === 'linkerd' && spec.security.podSecurity !== 'none',
  },
  {
    what: 'Istio 1.27 or later',
    why: 'the mesh',
    check: crd('peerauthentications.security.istio.io'),
    isNeeded: spec => spec.mesh.kind === 'istio',
  },
  {
    what: 'Linkerd 2.20 or later',
    why: 'the mesh',
    check: crd('servers.policy.linkerd.io'),
    isNeeded: spec => spec.mesh.kind === 'linkerd',
  },
  ({ spec, profiles }) =>
    profiles.database.need?.(spec.database.external ?? {}),
  {
    what: 'Barman Cloud plugin of CloudNativePG',
    why: 'backups to the object store',
    check: crd('objectstores.barmancloud.cnpg.io'),
    isNeeded: spec =>
      spec.backup.enabled && spec.backup.method === 'object-store',
  },
  {
    what: spec => `Volume snapshots with ${snapshotClass(spec)}`,
    why: 'backups of the database',
    check: spec =>
      `kubectl get volumesnapshotclass ${
        spec.backup.volumeSnapshotClass ?? ''
      }`.trim(),
    isNeeded: spec =>
      spec.backup.enabled && spec.backup.method === 'volume-snapshot',
  },
  ({ spec, profiles }) =>
    spec.rabbitmq.enabled
      ? profiles.rabbitmq.need?.(spec.rabbitmq.external ?? {})
      : undefined,
  {
    what: spec =>
      `External Secrets 0.17 or later with ${spec.secrets.store?.kind} ${spec.secrets.store?.name}`,
    why: 'passwords and keys',
    check: spec =>
      spec.secrets.store?.kind === 'SecretStore'
        ? `kubectl get secretstore ${spec.secrets.store.name} --namespace ${spec.target.namespace}`
        : `kubectl get clustersecretstore ${spec.secrets.store?.name}`,
    isNeeded: spec => spec.secrets.kind === 'external-secrets',
  },
  {
    what: 'Sealed Secrets controller',
    why: 'passwords and keys',
    check: crd('sealedsecrets.bitnami.com'),
    isNeeded: spec => spec.secrets.kind === 'sealed-secrets',
  },
  {
    what: spec =>
      Object.keys(spec.monitoring.labels).length > 0
        ? `Prometheus operator that selects ${Object.entries(
            spec.monitoring.labels,
          )
            .map(([key, value]) => `${key}=${value}`)
            .join(', ')}`
        : 'Prometheus operator that selects rules and probes of every namespace',
    why: 'alerts, objectives and probes',
    check: crd('prometheusrules.monitoring.coreos.com'),
    isNeeded: spec => spec.monitoring.enabled,
  },
  {
    what: spec => `Blackbox exporter at ${spec.monitoring.probe.prober}`,
    why: 'the availability objective',
    check: spec =>
      `kubectl get services --all-namespaces --field-selector metadata.name=${
        spec.monitoring.probe.prober.split(/[.:]/)[0]
      }`,
    isNeeded: spec => spec.monitoring.enabled && spec.monitoring.probe.enabled,
  },
  {
    what: spec =>
      `OpenTelemetry collector at ${spec.monitoring.otlpEndpoint} that makes labels of the resource attributes namespace and service (its Prometheus exporters: resource_to_telemetry_conversion; Prometheus: promote_resource_attributes)`,
    why: "the server's metrics",
    check:
      'kubectl get pods --all-namespaces --selector app.kubernetes.io/name=opentelemetry-collector',
    isNeeded: spec => spec.monitoring.collection === 'otlp',
  },
  {
    what: 'metrics-server',
    why: 'autoscaling by CPU',
    check: 'kubectl get apiservice v1beta1.metrics.k8s.io',
    isNeeded: usesHpa,
  },
  {
    what: 'KEDA',
    why: 'autoscaling by request rate',
    check: crd('scaledobjects.keda.sh'),
    isNeeded: spec =>
      spec.server.autoscaling.enabled &&
      spec.server.autoscaling.kind === 'keda',
  },
  {
    what: 'Vertical Pod Autoscaler',
    why: 'recommendations for requests',
    check: crd('verticalpodautoscalers.autoscaling.k8s.io'),
    isNeeded: spec =>
      spec.server.verticalAutoscaler || spec.studio.verticalAutoscaler,
  },
  {
    what: spec => `Velero in namespace ${spec.backup.velero.namespace}`,
    why: 'the backup schedule of the namespace',
    check: crd('schedules.velero.io'),
    isNeeded: spec => spec.backup.velero.enabled,
  },
  {
    what: spec =>
      `Argo CD 3.0 or later in namespace ${spec.delivery.argocd.namespace}, with cluster ${
        spec.delivery.argocd.destination.name ??
        spec.delivery.argocd.destination.server
      } and access to this repository`,
    why: 'brings everything into the cluster',
    check: spec =>
      `kubectl get crd applications.argoproj.io && kubectl get pods --namespace ${spec.delivery.argocd.namespace}`,
    isNeeded: spec => spec.delivery.argocd.enabled,
  },
];

/** What these very choices need in the cluster, in the order to look at it. */
export function prerequisites(environment: Environment): ClusterNeed[] {
  const { spec } = environment;
  const resolve = (value: string | ((spec: Spec) => string)) =>
    typeof value === 'string' ? value : value(spec);
  const needOf = (row: Row | Need): ClusterNeed | undefined => {
    if (typeof row === 'function') return row(environment);
    return row.isNeeded(spec)
      ? {
          what: resolve(row.what),
          why: resolve(row.why),
          check: resolve(row.check),
        }
      : undefined;
  };
  return [
    ...ROWS.map(needOf).filter(need => need !== undefined),
    ...references(environment),
  ];
}
