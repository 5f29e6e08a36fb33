import { MINUTE, timestamp } from '../clock';
import type {
  Condition,
  Deployment,
  KubernetesObject,
  Pod,
} from '../kubernetes/types';
import { matchesLabels } from '../kubernetes/selectors';
import { type NewCondition, withConditions } from './conditions';
import type { ControllerContext } from './context';
import { isReady } from './podTemplates';
import { parseQuantity } from './quantities';

interface Metric {
  type: string;
  resource?: {
    name: string;
    target: { type: string; averageUtilization?: number };
  };
}

interface Autoscaler extends KubernetesObject {
  spec: {
    scaleTargetRef: { kind: string; name: string; apiVersion?: string };
    minReplicas?: number;
    maxReplicas: number;
    metrics?: Metric[];
  };
  status?: {
    observedGeneration?: number;
    currentReplicas: number;
    desiredReplicas: number;
    lastScaleTime?: string;
    currentMetrics?: object[];
    conditions: Condition[];
  };
}

/** The controller ignores deviations of up to a tenth. */
const TOLERANCE = 0.1;
const DOWNSCALE_STABILIZATION = 5 * MINUTE;

interface Observation {
  averageUtilization: number;
  averageMillicores: number;
}

function observe(
  { cluster }: ControllerContext,
  deployment: Deployment,
): Observation | undefined {
  const pods = cluster
    .list<Pod>('v1', 'Pod', deployment.metadata.namespace)
    .filter(pod =>
      matchesLabels(deployment.spec.selector.matchLabels, pod.metadata.labels),
    )
    .filter(isReady);
  const figures = pods.map(pod => ({
    used: cluster.pods
      .usage(pod)
      .reduce((sum, row) => sum + row.cpuMillicores, 0),
    requested:
      1_000 *
      pod.spec.containers.reduce(
        (sum, row) => sum + (parseQuantity(row.resources?.requests?.cpu) ?? 0),
        0,
      ),
  }));
  const used = figures.reduce((sum, row) => sum + row.used, 0);
  const requested = figures.reduce((sum, row) => sum + row.requested, 0);
  if (requested === 0) return undefined;
  return {
    averageUtilization: Math.round((used / requested) * 100),
    averageMillicores: Math.round(used / figures.length),
  };
}

const LIMITS = {
  TooManyReplicas:
    'the desired replica count is more than the maximum replica count',
  TooFewReplicas:
    'the desired replica count is less than the minimum replica count',
  DesiredWithinRange: 'the desired count is within the acceptable range',
};

function limitReason(
  wanted: number,
  minimum: number,
  maximum: number,
): keyof typeof LIMITS {
  if (wanted > maximum) return 'TooManyReplicas';
  return wanted < minimum ? 'TooFewReplicas' : 'DesiredWithinRange';
}

/** What the autoscaler would do now, and why. */
interface Recommendation {
  current: number;
  desired: number;
  isStabilizing: boolean;
  limit: keyof typeof LIMITS;
}

function recommend(
  { spec, status }: Autoscaler,
  target: Deployment,
  seen: Observation | undefined,
  now: number,
): Recommendation {
  const minimum = spec.minReplicas ?? 1;
  const metric = spec.metrics?.find(row => row.resource?.name === 'cpu');
  const goal = metric?.resource?.target.averageUtilization ?? 80;
  const current = target.spec.replicas ?? 1;
  const ratio = seen ? seen.averageUtilization / goal : 1;
  const ready = target.status?.readyReplicas ?? 0;
  const proposed =
    Math.abs(ratio - 1) <= TOLERANCE || ready === 0
      ? current
      : Math.ceil(ratio * ready);
  const lastScale = Date.parse(status?.lastScaleTime ?? '');
  const isStabilizing =
    proposed < current && now - lastScale < DOWNSCALE_STABILIZATION;
  const wanted = isStabilizing ? current : proposed;
  return {
    current,
    desired: Math.min(Math.max(wanted, minimum), spec.maxReplicas),
    isStabilizing,
    limit: limitReason(wanted, minimum, spec.maxReplicas),
  };
}

function conditionsOf(
  { isStabilizing, limit }: Recommendation,
  seen: Observation | undefined,
): NewCondition[] {
  return [
    {
      type: 'AbleToScale',
      status: 'True',
      reason: isStabilizing ? 'ScaleDownStabilized' : 'ReadyForNewScale',
      message: isStabilizing
        ? 'recent recommendations were higher than current one, applying the highest recent recommendation'
        : 'recommended size matches current size',
    },
    seen
      ? {
          type: 'ScalingActive',
          status: 'True',
          reason: 'ValidMetricFound',
          message:
            'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
        }
      : {
          type: 'ScalingActive',
          status: 'False',
          reason: 'FailedGetResourceMetric',
          message:
            'the HPA was unable to compute the replica count: failed to get cpu utilization: did not receive metrics for targeted pods (pods might be unready)',
        },
    {
      type: 'ScalingLimited',
      status: limit === 'DesiredWithinRange' ? 'False' : 'True',
      reason: limit,
      message: LIMITS[limit],
    },
  ];
}

function rescale(
  { cluster, events, now }: ControllerContext,
  scaler: Autoscaler,
  target: Deployment,
  { current, desired }: Recommendation,
): void {
  cluster.store.put<Deployment>({
    ...target,
    spec: { ...target.spec, replicas: desired },
  });
  events.record(scaler, {
    reason: 'SuccessfulRescale',
    message: `New size: ${desired}; reason: cpu resource utilization (percentage of request) ${
      desired > current ? 'above target' : 'below target'
    }`,
    component: 'horizontal-pod-autoscaler',
    at: now,
  });
}

function cpuMetric(seen: Observation): object {
  return {
    type: 'Resource',
    resource: {
      name: 'cpu',
      current: {
        averageUtilization: seen.averageUtilization,
        averageValue: `${seen.averageMillicores}m`,
      },
    },
  };
}

function reconcileAutoscaler(
  context: ControllerContext,
  scaler: Autoscaler,
): void {
  const { cluster, now } = context;
  const target = cluster.store.get<Deployment>(
    'apps/v1',
    'Deployment',
    scaler.metadata.namespace,
    scaler.spec.scaleTargetRef.name,
  );
  if (!target) return;
  const seen = observe(context, target);
  const recommendation = recommend(scaler, target, seen, now);
  const { current, desired } = recommendation;
  if (desired !== current) rescale(context, scaler, target, recommendation);
  const lastScaleTime =
    desired === current ? scaler.status?.lastScaleTime : timestamp(now);
  cluster.store.putStatus(scaler, {
    observedGeneration: scaler.metadata.generation,
    currentReplicas: current,
    desiredReplicas: desired,
    ...(lastScaleTime && { lastScaleTime }),
    ...(seen && { currentMetrics: [cpuMetric(seen)] }),
    conditions: withConditions(
      scaler.status?.conditions,
      conditionsOf(recommendation, seen),
      now,
    ),
  });
}

export function reconcileAutoscalers(context: ControllerContext): void {
  context.cluster
    .list<Autoscaler>('autoscaling/v2', 'HorizontalPodAutoscaler')
    .forEach(scaler => reconcileAutoscaler(context, scaler));
}
