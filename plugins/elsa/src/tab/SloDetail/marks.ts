import type {
  Deployment,
  SloSeries,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** An alert that fired, in unix milliseconds, wide enough to be seen. */
export interface IncidentMark {
  key: string;
  fromTime: number;
  toTime: number;
}

/** The least share of a chart's width at which a mark can still be seen. */
const LEAST_SHARE = 1 / 200;

/** Alerts as areas; of those that fired at the same time, one is drawn. */
export function incidentMarks(series: SloSeries): IncidentMark[] {
  const { fromSeconds, toSeconds } = series;
  const least = (toSeconds - fromSeconds) * LEAST_SHARE;
  const marks = new Map<string, IncidentMark>();
  for (const incident of series.incidents) {
    const from = Math.max(fromSeconds, incident.fromSeconds);
    const to = Math.min(toSeconds, Math.max(incident.toSeconds, from + least));
    const key = `${from}-${to}`;
    if (incident.toSeconds > fromSeconds && from < toSeconds) {
      marks.set(key, { key, fromTime: from * 1_000, toTime: to * 1_000 });
    }
  }
  return [...marks.values()];
}

/** Deployments within the chart, oldest first. */
export function deploymentMarks(
  series: SloSeries,
  deployments: Deployment[] = [],
): Array<Deployment & { time: number }> {
  return deployments
    .map(each => ({ ...each, time: Date.parse(each.at) }))
    .filter(
      ({ time }) =>
        time >= series.fromSeconds * 1_000 && time <= series.toSeconds * 1_000,
    )
    .sort((a, b) => a.time - b.time);
}
