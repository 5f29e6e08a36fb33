import {
  type AlertCounts,
  countAlerts,
  type EnvironmentStatus,
  type EnvironmentSummary,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { worstSlo } from '@elsa-portal/backstage-plugin-elsa-common/slo';

/** A summary before anybody has judged how old its alerts are. */
export type KnownSummary = Omit<EnvironmentSummary, 'alerts'> & {
  alerts: AlertCounts;
};

/** The line of the environments table for one status. */
export function composeSummary(status: EnvironmentStatus): KnownSummary {
  const { health, ownership } = status;
  const server = status.components.find(({ name }) => name === 'server');
  const worst = worstSlo(status.slos);
  const [reason] = health.reasons;
  return {
    entityRef: status.entityRef,
    name: status.name,
    title: status.title,
    owner: ownership.owner,
    ownership: ownership.state,
    system: status.system,
    lifecycle: status.lifecycle,
    cluster: status.cluster,
    namespace: status.namespace,
    health: health.status,
    isPartial: health.isPartial,
    reason: reason && { code: reason.code, message: reason.message },
    healthSince: health.since,
    serverReplicas: server?.replicas && {
      ready: server.replicas.ready,
      desired: server.replicas.desired,
    },
    alerts: countAlerts(status.alerts),
    slo: worst && {
      state: worst.state,
      name: worst.name,
      remaining: worst.remaining,
      burnRate: worst.burnRates['1h'] ?? undefined,
      exhaustionSeconds: worst.exhaustionSeconds ?? undefined,
    },
    argoCdSync: status.argoCd?.sync?.status,
    version: server?.version,
    ...(status.securityFindings && {
      securityFindings: status.securityFindings.length,
    }),
    collectedAt: status.collectedAt,
    isStale: status.isStale,
  };
}
