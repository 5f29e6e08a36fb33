import type {
  AutoscalerMetric,
  AutoscalerStatus,
  DisruptionBudgetStatus,
} from '../../contract';
import {
  findCondition,
  nameOf,
  read,
  readCount,
  readList,
  readNumber,
  readString,
  readText,
  readTime,
} from '../read';

/** Where each type of metric keeps its name, target and current value. */
const METRIC_FIELDS: ReadonlyMap<string, string> = new Map([
  ['Resource', 'resource'],
  ['ContainerResource', 'containerResource'],
  ['Pods', 'pods'],
  ['Object', 'object'],
  ['External', 'external'],
]);

function nameOfMetric(metric: unknown): string | undefined {
  const field = METRIC_FIELDS.get(readString(metric, 'type') ?? '');
  return field === undefined
    ? undefined
    : (readText(metric, field, 'name') ??
        readText(metric, field, 'metric', 'name'));
}

function quantity(value: unknown): string | undefined {
  const utilization = readNumber(value, 'averageUtilization');
  return utilization !== undefined
    ? `${utilization}%`
    : (readText(value, 'averageValue') ?? readText(value, 'value'));
}

function metricsOf(object: unknown): AutoscalerMetric[] {
  const current = readList(object, 'status', 'currentMetrics');
  return readList(object, 'spec', 'metrics').flatMap(metric => {
    const type = readString(metric, 'type') ?? '';
    const field = METRIC_FIELDS.get(type);
    const name = nameOfMetric(metric);
    if (field === undefined || name === undefined) {
      return [];
    }
    const found = current.find(
      candidate =>
        readString(candidate, 'type') === type &&
        nameOfMetric(candidate) === name,
    );
    const value = quantity(read(found, field, 'current'));
    return [
      {
        name,
        ...(value === undefined ? {} : { current: value }),
        target: quantity(read(metric, field, 'target')) ?? 'unknown',
      },
    ];
  });
}

/** A HorizontalPodAutoscaler of autoscaling/v2. @public */
export function summarizeAutoscaler(object: unknown): AutoscalerStatus {
  const limited = findCondition(object, 'ScalingLimited');
  const lastScaleAt = readTime(object, 'status', 'lastScaleTime');
  return {
    name: nameOf(object),
    current: readCount(object, 'status', 'currentReplicas'),
    desired: readCount(object, 'status', 'desiredReplicas'),
    min: readNumber(object, 'spec', 'minReplicas') ?? 1,
    max: readCount(object, 'spec', 'maxReplicas'),
    metrics: metricsOf(object),
    ...(limited?.status === 'True'
      ? {
          limited: {
            reason: limited.reason ?? 'ScalingLimited',
            ...(limited.message ? { message: limited.message } : {}),
            ...(limited.since ? { since: limited.since } : {}),
          },
        }
      : {}),
    ...(lastScaleAt ? { lastScaleAt } : {}),
  };
}

/** A PodDisruptionBudget. @public */
export function summarizeDisruptionBudget(
  object: unknown,
): DisruptionBudgetStatus {
  return {
    name: nameOf(object),
    disruptionsAllowed: readCount(object, 'status', 'disruptionsAllowed'),
    currentHealthy: readCount(object, 'status', 'currentHealthy'),
    desiredHealthy: readCount(object, 'status', 'desiredHealthy'),
  };
}
