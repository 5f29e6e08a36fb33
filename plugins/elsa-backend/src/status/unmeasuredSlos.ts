import type { SloStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { evaluateSlo } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { type FreshnessContext, isTooOld } from '../freshness/freshness';
import { sourceId, type StoredEnvironment } from '../model';
import { titleOfSlo } from '../sources/prometheus/titleOfSlo';

/** SLOs that rules define and of which no server gave a figure, and why. */
export function unmeasuredSlos(
  { catalog, cluster, metrics }: StoredEnvironment,
  context?: FreshnessContext,
): SloStatus[] {
  const measured = new Set(metrics?.slos.map(({ name }) => name));
  return (cluster?.definedSlos ?? [])
    .filter(({ name }) => !measured.has(name))
    .map(slo => ({
      ...evaluateSlo({
        ...slo,
        title: titleOfSlo(slo.name),
        errorRatios: {},
        periodErrorRatio: null,
        from: 'none',
      }),
      ...(context && {
        unmeasured: whyUnmeasured(catalog.cluster, context),
      }),
    }));
}

function whyUnmeasured(
  cluster: string,
  context: FreshnessContext,
): SloStatus['unmeasured'] {
  const servers = context
    .metricsSourceIds(cluster)
    .filter(id => id.startsWith(sourceId('prometheus', '')));
  if (servers.length === 0) {
    return 'not-configured';
  }
  const isRead = (id: string) =>
    !isTooOld(context.sources.get(id)?.lastDataAt, context);
  return servers.every(isRead) ? 'no-series' : 'not-read';
}
