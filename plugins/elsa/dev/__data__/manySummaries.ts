import {
  HEALTH_STATUSES,
  type EnvironmentSummary,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { ago } from './time';

/** Rows enough to see whether the table stays smooth. */
export function manySummaries(count: number): EnvironmentSummary[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `generated-${String(index).padStart(5, '0')}`;
    const health =
      index % 10 === 0
        ? HEALTH_STATUSES[(index / 10) % HEALTH_STATUSES.length]
        : 'Healthy';
    return {
      entityRef: `component:default/${name}`,
      name,
      owner: `group:default/team-${index % 40}`,
      ownership: 'owned',
      system:
        index % 7 === 0 ? undefined : `system:default/system-${index % 90}`,
      cluster: `cluster-${index % 50}`,
      namespace: `${name}-elsa`,
      health,
      isPartial: false,
      serverReplicas: { ready: 2, desired: 2 },
      alerts: { readability: 'readable', firing: 0, pending: 0, silenced: 0 },
      slo: { state: 'ok', name: 'success', remaining: 0.9 },
      argoCdSync: 'Synced',
      version: '3.9.0',
      collectedAt: ago(index % 60),
      isStale: false,
    };
  });
}
