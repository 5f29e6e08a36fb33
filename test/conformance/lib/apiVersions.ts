/** Kubernetes minors that an environment may target. */
const MINORS = ['1.35', '1.36', '1.37'] as const;

interface ApiVersion {
  /** npm package that carries types of the API; absent where none is published. */
  models?: string;
  /** Kubernetes minors that serve it; absent: an add-on's API, which does not depend on them. */
  servedBy?: readonly string[];
}

const builtIn: ApiVersion = { models: 'kubernetes-models', servedBy: MINORS };
const model = (name: string): ApiVersion => ({
  models: `@kubernetes-models/${name}`,
});

/**
 * Every API version that may be generated. A retired API has a schema too,
 * so a schema alone does not show that a cluster serves it.
 */
export const apiVersions: Record<string, ApiVersion> = {
  v1: builtIn,
  'apps/v1': builtIn,
  'batch/v1': builtIn,
  'autoscaling/v2': builtIn,
  'policy/v1': builtIn,
  'networking.k8s.io/v1': builtIn,
  'rbac.authorization.k8s.io/v1': builtIn,
  'storage.k8s.io/v1': builtIn,
  'argoproj.io/v1alpha1': model('argo-cd'),
  'autoscaling.k8s.io/v1': model('autoscaler'),
  'bitnami.com/v1alpha1': model('sealed-secrets'),
  'cert-manager.io/v1': model('cert-manager'),
  'external-secrets.io/v1': model('external-secrets'),
  'gateway.networking.k8s.io/v1': model('gateway-api'),
  'keda.sh/v1alpha1': model('keda'),
  'monitoring.coreos.com/v1': model('prometheus-operator'),
  'networking.istio.io/v1': model('istio'),
  'security.istio.io/v1': model('istio'),
  'telemetry.istio.io/v1': model('istio'),
  'postgresql.cnpg.io/v1': model('cloudnative-pg'),
  'traefik.io/v1alpha1': model('traefik'),
  // No npm package carries types of these; their JSON schemas are used where
  // they are at hand.
  'barmancloud.cnpg.io/v1': {},
  'gateway.envoyproxy.io/v1alpha1': {},
  'gateway.k8s.aws/v1beta1': {},
  'policy.linkerd.io/v1alpha1': {},
  'policy.linkerd.io/v1beta3': {},
  'rabbitmq.com/v1beta1': {},
  'snapshot.storage.k8s.io/v1': {},
  'velero.io/v1': {},
};
