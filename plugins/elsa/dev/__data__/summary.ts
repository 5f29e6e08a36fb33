import {
  alertReadability,
  countAlerts,
  SLO_STATES,
  summarizeAlerts,
  type EnvironmentStatus,
  type EnvironmentSummary,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** From best to worst, for picking the SLO that a row shows. */
const SLO_ORDER = [
  'ok',
  'no-data',
  'at-risk',
  'burning-slow',
  'burning-fast',
  'exhausted',
] satisfies Array<(typeof SLO_STATES)[number]>;

/** The row that the table shows for an environment. */
export function summarize(status: EnvironmentStatus): EnvironmentSummary {
  const worst = [...status.slos].sort(
    (a, b) => SLO_ORDER.indexOf(b.state) - SLO_ORDER.indexOf(a.state),
  )[0];
  const server = status.components.find(each => each.name === 'server');
  const [reason] = status.health.reasons;
  return {
    entityRef: status.entityRef,
    name: status.name,
    title: status.title,
    owner: status.ownership.owner,
    ownership: status.ownership.state,
    system: status.system,
    lifecycle: status.lifecycle,
    cluster: status.cluster,
    namespace: status.namespace,
    health: status.health.status,
    isPartial: status.health.isPartial,
    reason: reason && { code: reason.code, message: reason.message },
    healthSince: status.health.since,
    securityFindings: status.securityFindings?.length,
    serverReplicas: server?.replicas && {
      ready: server.replicas.ready,
      desired: server.replicas.desired,
    },
    alerts: summarizeAlerts(
      countAlerts(status.alerts),
      alertReadability({
        hasAlerts: status.alerts.length > 0,
        sources: status.sources,
      }),
    ),
    slo: worst && {
      state: worst.state,
      name: worst.name,
      remaining: worst.remaining,
      burnRate: worst.burnRates['1h'] ?? undefined,
      exhaustionSeconds: worst.exhaustionSeconds ?? undefined,
    },
    argoCdSync: status.argoCd?.sync?.status,
    version: server?.version,
    collectedAt: status.collectedAt,
    isStale: status.isStale,
  };
}
