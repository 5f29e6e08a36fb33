import type {
  AlertStatus,
  SourceStatus,
} from '@elsa-portal/backstage-plugin-elsa-common';

/**
 * Whether having no alerts means that there are none: `unavailable` when no
 * Prometheus could be read, `not-configured` when there is none to be read.
 */
export function alertReadability(status: {
  alerts: AlertStatus[];
  sources: SourceStatus[];
}): 'readable' | 'unavailable' | 'not-configured' {
  const prometheus = status.sources.filter(({ kind }) => kind === 'prometheus');
  const isReadable = prometheus.some(
    source => source.state === 'ok' || source.lastSuccessAt,
  );
  if (status.alerts.length > 0 || isReadable) {
    return 'readable';
  }
  return prometheus.some(source => source.state !== 'not-configured')
    ? 'unavailable'
    : 'not-configured';
}
