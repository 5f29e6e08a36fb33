import {
  type EnvironmentStatus,
  type EnvironmentSummary,
  worstSlo,
} from '@elsa-portal/backstage-plugin-elsa-common';

/** The line of the environments table for one status. */
export function composeSummary(status: EnvironmentStatus): EnvironmentSummary {
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
    alerts: {
      firing: countAlerts(status, 'firing'),
      pending: countAlerts(status, 'pending'),
      silenced: status.alerts.filter(alert => alert.isSilenced).length,
    },
    slo: worst && {
      state: worst.state,
      name: worst.name,
      remaining: worst.remaining,
    },
    argoCdSync: status.argoCd?.sync?.status,
    version: server?.version,
    collectedAt: status.collectedAt,
    isStale: status.isStale,
  };
}

function countAlerts(
  { alerts }: EnvironmentStatus,
  state: 'firing' | 'pending',
): number {
  return alerts.filter(alert => alert.state === state && !alert.isSilenced)
    .length;
}
