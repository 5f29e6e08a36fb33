import type {
  Condition,
  Deployment,
  KubernetesObject,
  PersistentVolumeClaim,
  Pod,
  StatefulSet,
} from '../kubernetes/types';

export interface Health {
  status: string;
  message?: string;
}

/** Argo CD's order, best first. */
const ORDER = [
  'Healthy',
  'Suspended',
  'Progressing',
  'Missing',
  'Degraded',
  'Unknown',
];

type Check = (object: KubernetesObject) => Health;

const HEALTHY: Health = { status: 'Healthy' };
const progressing = (message: string): Health => ({
  status: 'Progressing',
  message,
});

function conditionsOf(object: KubernetesObject): Condition[] {
  return (
    (object.status as { conditions?: Condition[] } | undefined)?.conditions ??
    []
  );
}

function find(object: KubernetesObject, type: string): Condition | undefined {
  return conditionsOf(object).find(row => row.type === type);
}

function byCondition(type: string): Check {
  return object => {
    const condition = find(object, type);
    if (!condition) return progressing(`Waiting for ${type}`);
    return condition.status === 'True'
      ? { ...HEALTHY, message: condition.message }
      : { status: 'Degraded', message: condition.message };
  };
}

function deployment(object: KubernetesObject): Health {
  const { spec, status, metadata } = object as Deployment;
  const replicas = spec.replicas ?? 1;
  const updated = status?.updatedReplicas ?? 0;
  const available = status?.availableReplicas ?? 0;
  if (spec.paused)
    return { status: 'Suspended', message: 'Deployment is paused' };
  if ((metadata.generation ?? 0) > (status?.observedGeneration ?? 0)) {
    return progressing(
      'Waiting for rollout to finish: observed deployment generation less than desired generation',
    );
  }
  if (find(object, 'Progressing')?.reason === 'ProgressDeadlineExceeded') {
    return {
      status: 'Degraded',
      message: `Deployment "${metadata.name}" exceeded its progress deadline`,
    };
  }
  if (updated < replicas) {
    return progressing(
      `Waiting for rollout to finish: ${updated} out of ${replicas} new replicas have been updated...`,
    );
  }
  if ((status?.replicas ?? 0) > updated) {
    return progressing(
      `Waiting for rollout to finish: ${
        (status?.replicas ?? 0) - updated
      } old replicas are pending termination...`,
    );
  }
  if (available < updated) {
    return progressing(
      `Waiting for rollout to finish: ${available} of ${updated} updated replicas are available...`,
    );
  }
  return HEALTHY;
}

function statefulSet(object: KubernetesObject): Health {
  const { spec, status, metadata } = object as StatefulSet;
  const replicas = spec.replicas ?? 1;
  const observed = status?.observedGeneration ?? 0;
  if (observed === 0 || (metadata.generation ?? 0) > observed) {
    return progressing('Waiting for statefulset spec update to be observed...');
  }
  if ((status?.readyReplicas ?? 0) < replicas) {
    return progressing(
      `Waiting for ${replicas - (status?.readyReplicas ?? 0)} pods to be ready...`,
    );
  }
  if (status?.updateRevision !== status?.currentRevision) {
    return progressing('waiting for statefulset rolling update to complete');
  }
  return HEALTHY;
}

function pod(object: KubernetesObject): Health {
  const { status } = object as Pod;
  const waiting = status?.containerStatuses
    ?.map(row => row.state.waiting)
    .find(state => state && /^Err|Error$|BackOff$/.test(state.reason));
  if (waiting) return { status: 'Degraded', message: waiting.message };
  if (status?.phase === 'Failed') return { status: 'Degraded' };
  if (status?.phase === 'Succeeded') return HEALTHY;
  return find(object, 'Ready')?.status === 'True'
    ? HEALTHY
    : progressing('Waiting for the pod to be ready');
}

function autoscaler(object: KubernetesObject): Health {
  const failed = conditionsOf(object).find(row =>
    /^(FailedGet|FailedUpdateScale|FailedCompute|InvalidSelector)/.test(
      row.reason ?? '',
    ),
  );
  if (failed) return { status: 'Degraded', message: failed.message };
  const able = conditionsOf(object).find(
    row =>
      ['AbleToScale', 'ScalingLimited'].includes(row.type) &&
      row.status === 'True',
  );
  return able
    ? { ...HEALTHY, message: able.message }
    : progressing('Waiting to Autoscale');
}

function claim(object: KubernetesObject): Health {
  const { status } = object as PersistentVolumeClaim;
  if (status?.phase === 'Bound') return HEALTHY;
  return status?.phase === 'Lost'
    ? { status: 'Degraded' }
    : progressing('Pending');
}

function job(object: KubernetesObject): Health {
  const failed = find(object, 'Failed');
  if (failed?.status === 'True') {
    return { status: 'Degraded', message: failed.message };
  }
  return find(object, 'Complete')?.status === 'True'
    ? HEALTHY
    : progressing('Job is running');
}

function certificate(object: KubernetesObject): Health {
  const issuing = find(object, 'Issuing');
  if (issuing?.status === 'True') return progressing(issuing.message ?? '');
  return byCondition('Ready')(object);
}

function route(object: KubernetesObject): Health {
  const parents =
    (
      object.status as
        { parents?: Array<{ conditions: Condition[] }> } | undefined
    )?.parents ?? [];
  const refused = parents
    .flatMap(row => row.conditions)
    .find(row => row.status === 'False');
  if (refused) return { status: 'Degraded', message: refused.message };
  return parents.length ? HEALTHY : progressing('Waiting for the gateway');
}

function ingress(object: KubernetesObject): Health {
  const status = object.status as
    { loadBalancer?: { ingress?: object[] } } | undefined;
  return status?.loadBalancer?.ingress?.length
    ? HEALTHY
    : progressing('Waiting for an address');
}

function postgres(object: KubernetesObject): Health {
  const phase = (object.status as { phase?: string } | undefined)?.phase;
  return phase === 'Cluster in healthy state'
    ? { ...HEALTHY, message: phase }
    : progressing(phase ?? 'Waiting for the operator');
}

function rabbitmq(object: KubernetesObject): Health {
  if (find(object, 'ReconcileSuccess')?.status === 'False') {
    return { status: 'Degraded' };
  }
  return find(object, 'ClusterAvailable')?.status === 'True' &&
    find(object, 'AllReplicasReady')?.status === 'True'
    ? HEALTHY
    : progressing('Waiting for RabbitMQ');
}

const CHECKS: Record<string, Check> = {
  'apps/Deployment': deployment,
  'apps/StatefulSet': statefulSet,
  '/Pod': pod,
  '/PersistentVolumeClaim': claim,
  'batch/Job': job,
  'batch/CronJob': () => HEALTHY,
  '/Service': () => HEALTHY,
  'autoscaling/HorizontalPodAutoscaler': autoscaler,
  'networking.k8s.io/Ingress': ingress,
  'gateway.networking.k8s.io/HTTPRoute': route,
  'cert-manager.io/Certificate': certificate,
  'external-secrets.io/ExternalSecret': byCondition('Ready'),
  'postgresql.cnpg.io/Cluster': postgres,
  'rabbitmq.com/RabbitmqCluster': rabbitmq,
  'keda.sh/ScaledObject': byCondition('Ready'),
};

/** Argo CD's health of one object; undefined for kinds it has no check for. */
export function healthOf(object: KubernetesObject): Health | undefined {
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  return CHECKS[`${group}/${object.kind}`]?.(object);
}

export function worstHealth(all: Health[]): string {
  const ranks = all.map(health => ORDER.indexOf(health.status));
  return ORDER[Math.max(0, ...ranks)];
}
