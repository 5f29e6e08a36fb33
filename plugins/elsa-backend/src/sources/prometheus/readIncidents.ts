import type { SloSeries } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { toChartPoints } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import type { RangeSeries } from './PrometheusClient';

type Incident = SloSeries['incidents'][number];

/** Steps without the alert after which it is another time that it fired. */
const GAP_STEPS = 1.5;

/**
 * Joins the steps in which an alert fired to the times from which and until
 * which it did. A point stands for the step that ends at it.
 */
export function readIncidents(
  series: readonly RangeSeries[],
  stepSeconds: number,
): Incident[] {
  return series
    .flatMap(({ metric, values }) => {
      const { alertname: name, severity } = metric;
      return name
        ? joinSteps(toChartPoints(values), stepSeconds).map(times => ({
            name,
            ...(severity && { severity }),
            ...times,
          }))
        : [];
    })
    .sort((a, b) => a.fromSeconds - b.fromSeconds);
}

function joinSteps(
  points: ReadonlyArray<[number, number]>,
  stepSeconds: number,
): Array<Pick<Incident, 'fromSeconds' | 'toSeconds'>> {
  const times: Array<Pick<Incident, 'fromSeconds' | 'toSeconds'>> = [];
  for (const [seconds] of points) {
    const last = times.at(-1);
    if (last && seconds - last.toSeconds <= stepSeconds * GAP_STEPS) {
      last.toSeconds = seconds;
    } else {
      times.push({ fromSeconds: seconds - stepSeconds, toSeconds: seconds });
    }
  }
  return times;
}
