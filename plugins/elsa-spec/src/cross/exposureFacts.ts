import { PUBLIC_CREDENTIALS } from '@elsa-portal/backstage-plugin-elsa-common/credentials';
import { exposureProfiles } from '../profiles';

/** What an object of an allowed kind has to be besides; `extraObjectProblem` checks it. */
export type ExtraObjectCheck =
  | 'bindsFew'
  | 'isInternalService'
  | 'isOrdinaryPod'
  | 'makesSecretsOnly'
  | 'namesNoServer'
  | 'onlyNarrows';

/**
 * Kinds that may stand among the extra objects of an environment whose server
 * accepts published credentials, as group and kind. A list of what may not would never be
 * complete: every controller brings kinds of its own that route requests.
 */
export const ALLOWED_EXTRA_KINDS: Readonly<
  Record<string, readonly ExtraObjectCheck[]>
> = {
  ConfigMap: ['namesNoServer'],
  LimitRange: [],
  PersistentVolumeClaim: [],
  Pod: ['namesNoServer', 'isOrdinaryPod'],
  Service: ['namesNoServer', 'isInternalService'],
  ServiceAccount: [],
  'apps/DaemonSet': ['namesNoServer', 'isOrdinaryPod'],
  'apps/Deployment': ['namesNoServer', 'isOrdinaryPod'],
  'apps/StatefulSet': ['namesNoServer', 'isOrdinaryPod'],
  'autoscaling.k8s.io/VerticalPodAutoscaler': [],
  'autoscaling/HorizontalPodAutoscaler': [],
  'barmancloud.cnpg.io/ObjectStore': [],
  'batch/CronJob': ['namesNoServer', 'isOrdinaryPod'],
  'batch/Job': ['namesNoServer', 'isOrdinaryPod'],
  'bitnami.com/SealedSecret': [],
  'cert-manager.io/Certificate': [],
  'cert-manager.io/Issuer': [],
  'external-secrets.io/ExternalSecret': ['makesSecretsOnly'],
  'external-secrets.io/SecretStore': [],
  'generators.external-secrets.io/Password': [],
  'keda.sh/ScaledObject': [],
  'keda.sh/TriggerAuthentication': [],
  'monitoring.coreos.com/PodMonitor': [],
  'monitoring.coreos.com/PrometheusRule': [],
  'monitoring.coreos.com/ServiceMonitor': [],
  'networking.k8s.io/NetworkPolicy': ['onlyNarrows'],
  'policy/PodDisruptionBudget': [],
  'postgresql.cnpg.io/Backup': [],
  'postgresql.cnpg.io/Database': [],
  'postgresql.cnpg.io/ScheduledBackup': [],
  'rbac.authorization.k8s.io/Role': [],
  'rbac.authorization.k8s.io/RoleBinding': ['bindsFew'],
  'snapshot.storage.k8s.io/VolumeSnapshot': [],
};

/** Fields of a Service of which none is reachable from outside of the cluster. */
export const INTERNAL_SERVICE_FIELDS: readonly string[] = [
  'clusterIP',
  'clusterIPs',
  'internalTrafficPolicy',
  'ipFamilies',
  'ipFamilyPolicy',
  'ports',
  'publishNotReadyAddresses',
  'selector',
  'sessionAffinity',
  'sessionAffinityConfig',
  'trafficDistribution',
  'type',
];

/**
 * Prefixes of labels and annotations, and whole keys, that no controller takes
 * for a wish to expose something. Keys without a prefix are people's own.
 */
export const HARMLESS_KEYS: readonly string[] = [
  'acme.cert-manager.io',
  'app.kubernetes.io',
  'argocd.argoproj.io',
  'azure.workload.identity',
  'backstage.io',
  'cert-manager.io',
  'cluster-autoscaler.kubernetes.io',
  'eks.amazonaws.com',
  'elsa-portal.io',
  'external-dns.alpha.kubernetes.io',
  'helm.sh',
  'iam.gke.io',
  'karpenter.sh',
  'kubectl.kubernetes.io',
  'linkerd.io/inject',
  'prometheus.io',
  'reloader.stakater.com',
  'sealedsecrets.bitnami.com',
  'sidecar.istio.io/inject',
  'vault.hashicorp.com',
];

/** Groups and users that stand for everybody, or for every pod of a cluster or namespace. */
export const EVERYBODY =
  '^system:(anonymous|authenticated|unauthenticated|serviceaccounts)(:|$)';

/** Networks that may be named where only few may reach a server. */
export const NETWORKS = {
  /** Shortest prefixes that still mean a network of one's own. */
  shortestIpv4: 8,
  shortestIpv6: 16,
  /** So many networks of that size is what all of them may make up together. */
  most: 4,
  /**
   * What IPv6 clients really have: global and local addresses, without those
   * that stand for an IPv4 address (mapped, translated, 6to4, Teredo).
   */
  ipv6: '^([23][0-9a-f]{3}|f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):',
  ipv6OfIpv4: '^(2002:|2001:0{0,4}:)',
};

/**
 * All of it as the chart has it in `files/public-credentials.json`, which a test
 * compares: the chart refuses on its own what `validate` refuses.
 */
export function exposureFacts() {
  return {
    lines: PUBLIC_CREDENTIALS.map(line => ({
      imageName: line.imageName.source,
      organisation: line.organisation?.name ?? '',
      organisationImageName: line.organisation?.imageName.source ?? '',
      versionInName: line.versionInName?.source ?? '',
      firstMinorWithout: line.firstMinorWithout,
      firstCandidateWithout: line.firstCandidateWithout,
    })),
    extraKinds: ALLOWED_EXTRA_KINDS,
    internalServiceFields: INTERNAL_SERVICE_FIELDS,
    harmlessKeys: HARMLESS_KEYS,
    everybody: EVERYBODY,
    networks: NETWORKS,
    ingressClasses: Object.fromEntries(
      Object.entries(exposureProfiles).flatMap(([kind, { classPattern }]) =>
        classPattern === undefined ? [] : [[kind, classPattern]],
      ),
    ),
  };
}
