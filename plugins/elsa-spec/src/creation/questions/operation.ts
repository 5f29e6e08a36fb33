import { defineSection, type Draft } from './types';

const YES_OR_NO = { kind: 'switch' } as const;

const isIstio = ({ spec }: Draft) => spec.mesh.kind === 'istio';

export const mesh = defineSection({
  id: 'mesh',
  root: 'mesh',
  questions: [
    {
      path: 'mesh.kind',
      text: 'mesh',
      kind: 'choice',
      choices: [
        { value: 'none', text: 'none' },
        { value: 'istio', name: 'Istio' },
        { value: 'linkerd', name: 'Linkerd' },
      ],
      // Istio's own gateway needs Istio's mesh.
      complaintsAt: ['exposure.kind'],
    },
    {
      path: 'mesh.istio.dataplane',
      text: 'istioDataplane',
      kind: 'choice',
      isAsked: isIstio,
      choices: [
        { value: 'sidecar', text: 'istioSidecar' },
        { value: 'ambient', text: 'istioAmbient' },
      ],
    },
    {
      path: 'mesh.istio.mutualTls',
      text: 'mutualTls',
      kind: 'choice',
      isAsked: isIstio,
      choices: [
        { value: 'STRICT', text: 'mutualTlsStrict' },
        { value: 'PERMISSIVE', text: 'mutualTlsPermissive' },
      ],
    },
    {
      path: 'mesh.istio.gatewayNamespace',
      text: 'istioGatewayNamespace',
      kind: 'text',
      isAsked: isIstio,
    },
    {
      path: 'mesh.retries',
      text: 'meshRetries',
      ...YES_OR_NO,
      isAsked: ({ spec }) => spec.mesh.kind !== 'none',
    },
  ],
});

const usesStore = ({ spec }: Draft) => spec.secrets.kind === 'external-secrets';

export const secrets = defineSection({
  id: 'secrets',
  root: 'secrets',
  questions: [
    {
      path: 'secrets.kind',
      text: 'secrets',
      kind: 'choice',
      choices: [
        { value: 'existing', text: 'secretsExisting' },
        { value: 'external-secrets', text: 'secretsExternal' },
        { value: 'sealed-secrets', text: 'secretsSealed' },
      ],
    },
    {
      path: 'secrets.store.name',
      text: 'storeName',
      kind: 'text',
      isAsked: usesStore,
      isRequired: true,
    },
    {
      path: 'secrets.store.kind',
      text: 'storeKind',
      kind: 'choice',
      isAsked: usesStore,
      choices: [
        { value: 'ClusterSecretStore', text: 'storeOfCluster' },
        { value: 'SecretStore', text: 'storeOfNamespace' },
      ],
    },
    {
      path: 'secrets.remotePath',
      text: 'storePath',
      kind: 'text',
      isAsked: usesStore,
    },
    {
      path: 'secrets.refreshInterval',
      text: 'storeInterval',
      kind: 'text',
      isAsked: usesStore,
    },
    {
      path: 'secrets.sealed',
      text: 'sealed',
      kind: 'sealed',
      isAsked: ({ spec }) => spec.secrets.kind === 'sealed-secrets',
      isRequired: true,
    },
  ],
});

const canScale = ({ profile }: Draft) => profile.isClustered;
const scales = (draft: Draft) =>
  canScale(draft) && draft.spec.server.autoscaling.enabled;

export const replicas = defineSection({
  id: 'replicas',
  root: 'server',
  questions: [
    {
      path: 'server.autoscaling.enabled',
      text: 'autoscaling',
      ...YES_OR_NO,
      isAsked: canScale,
    },
    {
      path: 'server.replicas',
      text: 'replicas',
      kind: 'number',
      isAsked: draft => canScale(draft) && !scales(draft),
      minimum: 0,
      maximum: 500,
    },
    {
      path: 'server.autoscaling.minReplicas',
      text: 'minReplicas',
      kind: 'number',
      isAsked: scales,
      minimum: 1,
      maximum: 100,
    },
    {
      path: 'server.autoscaling.maxReplicas',
      text: 'maxReplicas',
      kind: 'number',
      isAsked: scales,
      minimum: 1,
      maximum: 500,
    },
    {
      path: 'server.autoscaling.targetCpuUtilization',
      text: 'targetCpu',
      kind: 'number',
      isAsked: scales,
      minimum: 10,
      maximum: 100,
    },
    {
      path: 'server.autoscaling.kind',
      text: 'autoscaler',
      kind: 'choice',
      isAsked: scales,
      choices: [
        { value: 'hpa', name: 'HorizontalPodAutoscaler' },
        { value: 'keda', name: 'KEDA' },
      ],
    },
    {
      path: 'server.autoscaling.requestsPerSecond',
      text: 'requestsPerSecond',
      kind: 'number',
      // Only KEDA can ask for request rates, and only where they are counted.
      isAsked: draft =>
        scales(draft) &&
        draft.spec.server.autoscaling.kind === 'keda' &&
        draft.spec.monitoring.metricProfile !== undefined,
      minimum: 1,
      maximum: 100_000,
    },
  ],
});

const isMonitored = ({ spec }: Draft) => spec.monitoring.enabled;

export const monitoring = defineSection({
  id: 'monitoring',
  root: 'monitoring',
  questions: [
    { path: 'monitoring.enabled', text: 'monitoring', ...YES_OR_NO },
    {
      path: 'monitoring.metricProfile',
      text: 'metricProfile',
      kind: 'choice',
      isAsked: isMonitored,
      choices: [
        { value: 'otel', name: 'OpenTelemetry' },
        { value: 'prometheus-net', name: 'prometheus-net' },
        { value: 'ingress-nginx', name: 'ingress-nginx' },
        { value: 'traefik', name: 'Traefik' },
        { value: 'istio', name: 'Istio' },
        { value: 'linkerd', name: 'Linkerd' },
        { value: 'guide', text: 'metricsOfGuide' },
      ],
    },
    {
      path: 'monitoring.collection',
      text: 'metricsCollection',
      kind: 'choice',
      isAsked: draft =>
        isMonitored(draft) && draft.profile.metricSources.length > 0,
      choices: [
        { value: 'none', text: 'none' },
        { value: 'service-monitor', text: 'collectionScraped' },
        { value: 'otlp', text: 'collectionPushed' },
      ],
    },
    {
      path: 'monitoring.otlpEndpoint',
      text: 'otlpEndpoint',
      kind: 'text',
      isAsked: draft =>
        isMonitored(draft) && draft.spec.monitoring.collection === 'otlp',
      isRequired: true,
    },
    {
      path: 'monitoring.labels',
      text: 'monitoringLabels',
      kind: 'labels',
      isAsked: isMonitored,
    },
    {
      path: 'monitoring.alerts',
      text: 'alerts',
      ...YES_OR_NO,
      isAsked: isMonitored,
    },
    {
      path: 'monitoring.probe.enabled',
      text: 'probe',
      ...YES_OR_NO,
      isAsked: isMonitored,
    },
    {
      path: 'monitoring.dashboard.enabled',
      text: 'dashboard',
      ...YES_OR_NO,
      isAsked: isMonitored,
    },
  ],
});

const hasPolicies = ({ spec }: Draft) => spec.security.networkPolicy.enabled;
const hasQuota = ({ spec }: Draft) => spec.security.resourceQuota.enabled;

export const security = defineSection({
  id: 'security',
  root: 'security',
  questions: [
    {
      path: 'security.podSecurity',
      text: 'podSecurity',
      kind: 'choice',
      choices: [
        { value: 'restricted', text: 'podSecurityRestricted' },
        { value: 'baseline', text: 'podSecurityBaseline' },
        { value: 'none', text: 'podSecurityNone' },
      ],
    },
    {
      path: 'security.networkPolicy.enabled',
      text: 'networkPolicy',
      ...YES_OR_NO,
    },
    {
      path: 'security.networkPolicy.allowHttpsEgress',
      text: 'allowHttps',
      ...YES_OR_NO,
      isAsked: hasPolicies,
    },
    {
      path: 'security.networkPolicy.allowMail',
      text: 'allowMail',
      ...YES_OR_NO,
      isAsked: hasPolicies,
    },
    {
      path: 'security.networkPolicy.controllerNamespace',
      text: 'controllerNamespace',
      kind: 'text',
      isAsked: hasPolicies,
    },
    { path: 'security.limitRange', text: 'limitRange', ...YES_OR_NO },
    {
      path: 'security.resourceQuota.enabled',
      text: 'resourceQuota',
      ...YES_OR_NO,
    },
    {
      path: 'security.resourceQuota.cpu',
      text: 'quotaCpu',
      kind: 'text',
      isAsked: hasQuota,
    },
    {
      path: 'security.resourceQuota.memory',
      text: 'quotaMemory',
      kind: 'text',
      isAsked: hasQuota,
    },
    {
      path: 'security.resourceQuota.pods',
      text: 'quotaPods',
      kind: 'number',
      isAsked: hasQuota,
      minimum: 1,
      maximum: 10_000,
    },
  ],
});
