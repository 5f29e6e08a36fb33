import { ELSA_ENVIRONMENT_METRIC_LABEL } from '../constants';
import { SLOTH_LABELS, SLOTH_METRICS } from '../metrics/recordedQueries';
import { BURN_RATE_WINDOWS, type BurnRateWindow } from '../contract';
import { isObjective } from './budget';
import { parseSampleValue } from './charts';
import { SECONDS_PER_DAY } from './duration';
import type { SloEvaluationInput } from './evaluateSlo';

/** One series of an instant query, as Prometheus answers it. @public */
export interface InstantSample {
  metric: Readonly<Record<string, string>>;
  /** `[unix seconds, "value"]` */
  value: readonly [number, string];
}

/** One recorded SLO, ready for `evaluateSlo`. @public */
export interface RecordedSlo extends Pick<
  SloEvaluationInput,
  'name' | 'objective' | 'windowSeconds' | 'errorRatios' | 'periodErrorRatio'
> {
  environment: string;
  namespace: string;
  /** Why it cannot be evaluated; objective and window are then 0. */
  problem?: string;
}

interface Draft {
  environment: string;
  namespace: string;
  name: string;
  objective?: number;
  days?: number;
  ratios: Map<string, number>;
}

function isBurnRateWindow(window: string): window is BurnRateWindow {
  return BURN_RATE_WINDOWS.some(known => known === window);
}

/**
 * Puts the answers to `recordedSloQueries` together. An SLO without a usable
 * objective or period says so; one without any SLI sample is kept, as it is
 * defined and has no data.
 *
 * @public
 */
export function readRecordedSlos(answers: {
  sliErrors: readonly InstantSample[];
  definitions: readonly InstantSample[];
}): RecordedSlo[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (labels: InstantSample['metric']): Draft | undefined => {
    const environment = labels[ELSA_ENVIRONMENT_METRIC_LABEL];
    const namespace = labels.namespace ?? '';
    const name = labels[SLOTH_LABELS.slo];
    if (!environment || !name) {
      return undefined;
    }
    const key = JSON.stringify([environment, namespace, name]);
    const draft = drafts.get(key) ?? {
      environment,
      namespace,
      name,
      ratios: new Map<string, number>(),
    };
    drafts.set(key, draft);
    return draft;
  };
  for (const { metric, value } of answers.definitions) {
    const draft = draftOf(metric);
    const number = parseSampleValue(value[1]);
    if (draft && number !== null) {
      if (metric.__name__ === SLOTH_METRICS.objective) draft.objective = number;
      if (metric.__name__ === SLOTH_METRICS.periodDays) draft.days = number;
    }
  }
  for (const { metric, value } of answers.sliErrors) {
    const number = parseSampleValue(value[1]);
    const window = metric[SLOTH_LABELS.window];
    if (window && number !== null) {
      draftOf(metric)?.ratios.set(window, number);
    }
  }
  return [...drafts.values()].map(finish);
}

function finish(draft: Draft): RecordedSlo {
  const { environment, namespace, name, objective, days, ratios } = draft;
  const place = { environment, namespace, name };
  if (!isObjective(objective) || days === undefined || days <= 0) {
    return {
      ...place,
      objective: 0,
      windowSeconds: 0,
      errorRatios: {},
      periodErrorRatio: null,
      problem: isObjective(objective)
        ? describeUnusable('period', SLOTH_METRICS.periodDays, days)
        : describeUnusable('objective', SLOTH_METRICS.objective, objective),
    };
  }
  return {
    ...place,
    objective,
    windowSeconds: days * SECONDS_PER_DAY,
    errorRatios: Object.fromEntries(
      [...ratios].filter(([window]) => isBurnRateWindow(window)),
    ),
    periodErrorRatio: periodRatio(ratios, days),
  };
}

function describeUnusable(
  what: string,
  metric: string,
  value: number | undefined,
): string {
  return value === undefined
    ? `It cannot be evaluated: its rules record no ${what} (${metric})`
    : `It cannot be evaluated: its rules record ${value} as ${what} (${metric})`;
}

/** Prometheus writes whole weeks as weeks, and Sloth with it: 28 days are `4w`. */
function periodRatio(
  ratios: ReadonlyMap<string, number>,
  days: number,
): number | null {
  const names = [`${days}d`, `${days / 7}w`];
  const name = names.find(candidate => ratios.has(candidate));
  return name === undefined ? null : (ratios.get(name) ?? null);
}
