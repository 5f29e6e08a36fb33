import type {
  HealthTransition,
  SloSeries,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { ago, DAY, HOUR, MINUTE } from './time';

const POINTS = 360;

/** A budget that is spent in steps until it reaches what the SLO has left. */
export function sloSeries(
  status: SloStatus,
  rangeSeconds = status.windowSeconds,
): SloSeries {
  const toSeconds = Math.floor(Date.now() / 1_000);
  const stepSeconds = rangeSeconds / POINTS;
  const fromSeconds = toSeconds - rangeSeconds;
  const end = status.remaining ?? 1;
  const series: SloSeries = {
    slo: status.name,
    objective: status.objective,
    windowSeconds: status.windowSeconds,
    fromSeconds,
    toSeconds,
    stepSeconds,
    sli: [],
    remaining: [],
    burnRate: [],
    traffic: [],
    incidents:
      status.state === 'burning-fast'
        ? [
            {
              name: 'ElsaErrorBudgetBurn',
              severity: 'critical',
              fromSeconds: toSeconds - 3 * stepSeconds,
              toSeconds,
            },
          ]
        : [],
  };
  if (status.remaining === null) {
    return series;
  }
  for (let index = 0; index <= POINTS; index++) {
    const time = fromSeconds + index * stepSeconds;
    const progress = index / POINTS;
    const noise = Math.abs(Math.sin(index * 12.9898) * 43758.5453) % 1;
    const isIncident = status.state === 'burning-fast' && index > POINTS - 3;
    // The portal was being upgraded for half a day: no points, not zeros.
    if (index > 130 && index < 137) {
      continue;
    }
    const failing = isIncident
      ? 0.038
      : status.errorBudget * noise * (noise > 0.9 ? 3 : 0.4);
    series.sli.push([time, 1 - failing]);
    series.remaining.push([time, 1 - (1 - end) * progress ** 1.6]);
    series.burnRate.push([time, failing / status.errorBudget]);
    series.traffic.push([time, 12 + 8 * Math.sin(index / 12)]);
  }
  // As the backend does: what the tab shows beside it is the last point.
  series.remaining[series.remaining.length - 1][1] = end;
  const rate = status.burnRates['1h'];
  if (rate !== null) series.burnRate[series.burnRate.length - 1][1] = rate;
  return series;
}

export const TRANSITIONS: HealthTransition[] = [
  {
    at: ago(12 * MINUTE),
    from: 'Progressing',
    to: 'Degraded',
    isPartial: false,
    reason: {
      code: 'CrashLoopBackOff',
      message: 'The database refuses the password of the server.',
    },
  },
  {
    at: ago(15 * MINUTE),
    from: 'Healthy',
    to: 'Progressing',
    isPartial: false,
    reason: { code: 'ReplicaSetUpdated', message: 'A rollout is under way.' },
  },
  { at: ago(2 * DAY), from: 'Unknown', to: 'Healthy', isPartial: false },
  {
    at: ago(2 * DAY + 20 * MINUTE),
    from: 'Healthy',
    to: 'Unknown',
    isPartial: false,
    reason: {
      code: 'SourceUnreachable',
      message: 'Cluster staging-eu did not answer.',
    },
  },
  { at: ago(5 * DAY), from: 'Degraded', to: 'Healthy', isPartial: false },
  {
    at: ago(5 * DAY + 2 * HOUR),
    from: 'Healthy',
    to: 'Degraded',
    isPartial: true,
    reason: {
      code: 'ImagePullBackOff',
      message: 'The image of the studio does not exist.',
    },
  },
  { at: ago(6 * DAY), to: 'Healthy', isPartial: false },
];
