import { MINUTE, timestamp } from '../clock';
import type {
  Condition,
  Deployment,
  KubernetesObject,
  Pod,
} from '../kubernetes/types';
import { matchesLabels } from '../kubernetes/selectors';
import { withCondition } from './conditions';
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

function reconcileAutoscaler(
  context: ControllerContext,
  scaler: Autoscaler,
): void {
  const { cluster, events, now } = context;
  const { scaleTargetRef, maxReplicas } = scaler.spec;
  const minimum = scaler.spec.minReplicas ?? 1;
  const target = cluster.store.get<Deployment>(
    'apps/v1',
    'Deployment',
    scaler.metadata.namespace,
    scaleTargetRef.name,
  );
  if (!target) return;
  const metric = scaler.spec.metrics?.find(row => row.resource?.name === 'cpu');
  const goal = metric?.resource?.target.averageUtilization ?? 80;
  const current = target.spec.replicas ?? 1;
  const seen = observe(context, target);
  const ratio = seen ? seen.averageUtilization / goal : 1;
  const ready = target.status?.readyReplicas ?? 0;
  const proposed =
    Math.abs(ratio - 1) <= TOLERANCE || ready === 0
      ? current
      : Math.ceil(ratio * ready);
  const lastScale = Date.parse(scaler.status?.lastScaleTime ?? '');
  const isStabilizing =
    proposed < current && now - lastScale < DOWNSCALE_STABILIZATION;
  const wanted = isStabilizing ? current : proposed;
  const desired = Math.min(Math.max(wanted, minimum), maxReplicas);
  const limit = limitReason(wanted, minimum, maxReplicas);
  const conditions = [
    {
      type: 'AbleToScale',
      status: 'True' as const,
      reason: isStabilizing ? 'ScaleDownStabilized' : 'ReadyForNewScale',
      message: isStabilizing
        ? 'recent recommendations were higher than current one, applying the highest recent recommendation'
        : 'recommended size matches current size',
    },
    seen
      ? {
          type: 'ScalingActive',
          status: 'True' as const,
          reason: 'ValidMetricFound',
          message:
            'the HPA was able to successfully calculate a replica count from cpu resource utilization (percentage of request)',
        }
      : {
          type: 'ScalingActive',
          status: 'False' as const,
          reason: 'FailedGetResourceMetric',
          message:
            'the HPA was unable to compute the replica count: failed to get cpu utilization: did not receive metrics for targeted pods (pods might be unready)',
        },
    {
      type: 'ScalingLimited',
      status:
        limit === 'DesiredWithinRange' ? ('False' as const) : ('True' as const),
      reason: limit,
      message: LIMITS[limit],
    },
  ].reduce<Condition[]>(
    (rows, row) => withCondition(rows, row, now),
    scaler.status?.conditions ?? [],
  );
  if (desired !== current) {
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
  cluster.store.putStatus(scaler, {
    observedGeneration: scaler.metadata.generation,
    currentReplicas: current,
    desiredReplicas: desired,
    ...(desired !== current || scaler.status?.lastScaleTime
      ? {
          lastScaleTime:
            desired === current ? scaler.status?.lastScaleTime : timestamp(now),
        }
      : {}),
    ...(seen && {
      currentMetrics: [
        {
          type: 'Resource',
          resource: {
            name: 'cpu',
            current: {
              averageUtilization: seen.averageUtilization,
              averageValue: `${seen.averageMillicores}m`,
            },
          },
        },
      ],
    }),
    conditions,
  });
}

export function reconcileAutoscalers(context: ControllerContext): void {
  context.cluster
    .list<Autoscaler>('autoscaling/v2', 'HorizontalPodAutoscaler')
    .forEach(scaler => reconcileAutoscaler(context, scaler));
}
