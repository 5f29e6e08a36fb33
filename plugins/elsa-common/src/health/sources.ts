import type { HealthReason, SourceState, SourceStatus } from '../status/types';

/** Older than this, what was read no longer counts as known. @public */
export const DEFAULT_STALE_AFTER_SECONDS = 120;

/** Failures that pass by themselves: what was read a moment ago still counts. */
const PASSING: ReadonlySet<SourceState> = new Set([
  'timeout',
  'portal-busy',
  'rate-limited',
  'server-error',
  'unreachable',
  'invalid-response',
]);

/** Whether a source's figures are good enough to call something Healthy. @public */
export function isSourceFresh(
  source: SourceStatus,
  now: number,
  staleAfterSeconds: number = DEFAULT_STALE_AFTER_SECONDS,
): boolean {
  if (source.state !== 'ok' && !PASSING.has(source.state)) {
    return false;
  }
  const read = Date.parse(source.lastSuccessAt ?? '');
  return Number.isFinite(read) && now - read <= staleAfterSeconds * 1000;
}

/** Reasons why the cluster's word cannot be trusted; empty when it can. */
export function sourceReasons(
  sources: readonly SourceStatus[],
  now: number,
  staleAfterSeconds?: number,
): HealthReason[] {
  const clusters = sources.filter(({ kind }) => kind === 'kubernetes');
  if (clusters.length === 0) {
    return [
      {
        code: 'NotRead',
        health: 'Unknown',
        component: 'other',
        message: 'No cluster has been read for this environment.',
        runbook: 'source-unavailable',
      },
    ];
  }
  return clusters
    .filter(source => !isSourceFresh(source, now, staleAfterSeconds))
    .map((source): HealthReason => {
      const state = source.state === 'ok' ? 'stale' : source.state;
      return {
        code: 'SourceUnavailable',
        health: 'Unknown',
        component: 'other',
        message: `Cluster ${source.name} could not be read (${state})${
          source.lastSuccessAt
            ? `; what is shown is from ${source.lastSuccessAt}`
            : ''
        }.`,
        ...(source.message
          ? {
              evidence: {
                object: { apiVersion: '', kind: 'Cluster', name: source.name },
                field: 'state',
                message: source.message,
              },
            }
          : {}),
        ...(source.lastSuccessAt ? { since: source.lastSuccessAt } : {}),
        runbook: 'source-unavailable',
      };
    });
}
