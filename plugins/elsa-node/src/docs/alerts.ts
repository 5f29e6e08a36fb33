import { InputError } from '@backstage/errors';
import {
  serverPods,
  type ServiceProfile,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { parseTemplateFile } from '../template/parseTemplateFile';
import type { Environment, EnvironmentTemplate } from '../files/types';

type Fact = (environment: Environment) => boolean;

/** Profiles of the data services that an environment has. */
const servicesOf = ({ spec, profiles }: Environment): ServiceProfile[] => [
  profiles.database,
  ...(spec.redis.enabled ? [profiles.redis] : []),
  ...(spec.rabbitmq.enabled ? [profiles.rabbitmq] : []),
];

/** What a profile of a data service says for itself. */
const saidByService =
  (fact: string): Fact =>
  environment =>
    servicesOf(environment).some(({ alertFacts }) => alertFacts.includes(fact));

const isAutoscaled: Fact = ({ spec }) =>
  spec.server.autoscaling.enabled || spec.studio.autoscaling.enabled;

const isBackedUpBy =
  (method: string): Fact =>
  ({ spec: { backup } }) =>
    backup.enabled && backup.method === method;

/**
 * Facts on which the chart's alerts depend, as its `elsa.alerts.facts` says. A
 * fact that is not listed here counts as given: too many headings harm nobody.
 */
const FACTS: Record<string, Fact> = {
  statefulSets: environment =>
    servicesOf(environment).some(({ isStatefulSet }) => isStatefulSet) ||
    saidByService('statefulSets')(environment),
  autoscaling: isAutoscaled,
  backupCronJob: isBackedUpBy('dump'),
  backupPlugin: isBackedUpBy('object-store'),
  backupSnapshot: isBackedUpBy('volume-snapshot'),
  volumes: hasVolumes,
  certManager: ({ spec: { exposure } }) =>
    exposure.kind !== 'none' &&
    exposure.tls.enabled &&
    exposure.tls.source === 'cert-manager',
  probe: ({ spec }) => spec.monitoring.probe.enabled,
  tls: ({ spec }) => spec.exposure.tls.enabled,
  scraped: ({ spec }) => spec.monitoring.collection === 'service-monitor',
  latency: ({ profiles }) => profiles.metrics !== undefined,
  workflows: ({ spec }) => spec.monitoring.metricProfile === 'otel',
  cnpgMetrics: saidByService('cnpgMetrics'),
  cnpgReplicas: ({ spec }) => spec.database.instances > 1,
  rabbitmqMetrics: saidByService('rabbitmqMetrics'),
  externalSecrets: ({ spec }) => spec.secrets.kind === 'external-secrets',
  migration: ({ spec }) => spec.host.migrationArguments !== undefined,
  argocd: () => false,
};

function hasVolumes(environment: Environment): boolean {
  return servicesOf(environment).some(({ isOwn }) => isOwn);
}

/** Runbook entry of each alert. */
const RUNBOOK: Record<string, string> = {
  ElsaContainerCpuHigh: 'high-latency',
  ElsaContainerCpuThrottled: 'high-latency',
  ElsaContainerMemoryHigh: 'memory-growth',
  ElsaContainerOomKilled: 'out-of-memory',
  ElsaPodRestarting: 'crash-loop',
  ElsaPodCrashLooping: 'crash-loop',
  ElsaPodNotStarting: 'pods-not-starting',
  ElsaDeploymentReplicasMissing: 'not-ready',
  ElsaStatefulSetReplicasMissing: 'not-ready',
  ElsaAutoscalerAtMaximum: 'autoscaler-limited',
  ElsaBackupTooOld: 'backup',
  ElsaClusterBackupTooOld: 'backup',
  ElsaVolumeAlmostFull: 'volume-full',
  ElsaVolumeFillingUp: 'volume-full',
  ElsaCertificateExpiring: 'certificate',
  ElsaPublicCertificateExpiring: 'certificate',
  ElsaProbeFailing: 'route',
  ElsaMetricsMissing: 'slo-no-data',
  ElsaLatencyHigh: 'high-latency',
  ElsaWorkflowsFaulting: 'crash-loop',
  ElsaDatabaseConnectionsExhausted: 'pool-exhaustion',
  ElsaDatabaseReplicationLagging: 'database-cluster',
  ElsaRabbitmqBlocked: 'message-broker',
  ElsaSecretNotSynced: 'external-secret',
  ElsaMigrationFailed: 'migration',
  ElsaArgoOutOfSync: 'out-of-sync',
  ElsaArgoUnhealthy: 'out-of-sync',
  ElsaErrorBudgetBurn: 'slo-burn',
};

export interface AlertDocument {
  name: string;
  severity: string;
  meaning: string;
  runbook: string;
}

interface AlertRow {
  alert: string;
  severity?: string;
  description?: string;
  when?: string[];
}

/**
 * Alerts that the chart makes for this environment, read from the chart: its
 * table is the authority, and alerts link to headings of these names.
 */
export function alertDocuments(
  environment: Environment,
  template: EnvironmentTemplate,
): AlertDocument[] {
  const { spec } = environment;
  if (!spec.monitoring.enabled) return [];
  const rows = spec.monitoring.alerts ? readRows(template) : [];
  const documents = rows
    .filter(row =>
      (row.when ?? []).every(fact => FACTS[fact]?.(environment) ?? true),
    )
    .map(row => ({
      name: row.alert,
      severity: row.severity ?? 'warning',
      meaning: row.description ?? '',
      runbook: RUNBOOK[row.alert] ?? 'not-ready',
    }));
  const burn = {
    name: 'ElsaErrorBudgetBurn',
    severity: 'critical or warning',
    meaning:
      'An objective loses its error budget faster than its window allows. Labels sloth_slo and sloth_severity say which one and how fast.',
    runbook: RUNBOOK.ElsaErrorBudgetBurn,
  };
  const all = spec.slos.length > 0 ? [...documents, burn] : documents;
  // Variants of one alert share its heading.
  return all.filter(
    (document, index) =>
      all.findIndex(other => other.name === document.name) === index,
  );
}

function readRows(template: EnvironmentTemplate): AlertRow[] {
  const file = template.chart.find(({ path }) => path === 'files/alerts.yaml');
  if (!file) return [];
  const rows: unknown = parseTemplateFile(file);
  if (!Array.isArray(rows)) {
    throw new InputError("The chart's files/alerts.yaml is not a list");
  }
  return rows.filter((row): row is AlertRow => typeof row?.alert === 'string');
}

/** Runbook entries that can be needed with these choices. */
export function relevantRunbooks(
  environment: Environment,
  keys: readonly string[],
): string[] {
  const { spec, profiles } = environment;
  const needed: Record<string, boolean> = {
    'database-cluster': profiles.database.isReplicated,
    'database-connection': profiles.database.isServer,
    'pool-exhaustion': profiles.database.isServer,
    migration: spec.host.migrationArguments !== undefined,
    route: spec.exposure.kind !== 'none',
    certificate: spec.exposure.kind !== 'none' && spec.exposure.tls.enabled,
    locks: spec.server.locks !== undefined && spec.server.locks !== 'file',
    'cache-invalidation': spec.rabbitmq.enabled,
    'message-broker': spec.rabbitmq.enabled,
    'autoscaler-limited': isAutoscaled(environment),
    'autoscaler-metrics': isAutoscaled(environment),
    'disruption-budget':
      spec.security.podDisruptionBudget &&
      (serverPods(spec, profiles.host).minimum > 1 ||
        (spec.studio.enabled && spec.studio.replicas > 1)),
    'volume-claim': hasVolumes(environment),
    'volume-full': hasVolumes(environment),
    backup: spec.backup.enabled,
    'external-secret': spec.secrets.kind === 'external-secrets',
    'slo-burn': spec.slos.length > 0,
    'slo-no-data': spec.slos.length > 0,
    'out-of-sync': spec.delivery.argocd.enabled,
    'missing-objects': spec.delivery.argocd.enabled,
    // What the portal's own view needs, not the environment.
    'source-unavailable': false,
    suspended: false,
    'pending-deletion': false,
  };
  return keys.filter(key => needed[key] ?? true);
}
