import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import { type ComponentName } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Environment } from '../sections/Environment';
import type { ResolvedEnvironmentSpec } from '../sections/resolved';

/** What one component asks the cluster for. @public */
export interface ComponentRequest {
  component: ComponentName;
  /** Pods that always run. */
  pods: number;
  /** Pods when the autoscaler is at its limit; the same where there is none. */
  maximumPods: number;
  /** Cores of all pods that always run. */
  cpuCores: number;
  memoryBytes: number;
  /** Of all volumes together. */
  storageBytes: number;
}

/** Sum of requests, in cores and bytes. @public */
export interface ResourceSum {
  pods: number;
  cpuCores: number;
  memoryBytes: number;
  storageBytes: number;
}

/** @public */
export interface RequestedResources {
  components: ComponentRequest[];
  /** What the scheduler must find room for from the start. */
  total: ResourceSum;
  /** With every autoscaler at its limit. */
  maximum: ResourceSum;
}

interface Requests {
  requests?: { cpu?: string; memory?: string };
}

const read = (quantity: string | undefined) =>
  (quantity === undefined ? undefined : parseQuantity(quantity)) ?? 0;

function createRequest(
  component: ComponentName,
  resources: Requests,
  options: { pods: number; maximumPods?: number; storage?: string },
): ComponentRequest {
  const { pods } = options;
  return {
    component,
    pods,
    maximumPods: options.maximumPods ?? pods,
    cpuCores: read(resources.requests?.cpu) * pods,
    memoryBytes: read(resources.requests?.memory) * pods,
    storageBytes: read(options.storage) * pods,
  };
}

function autoscaledPods(
  workload: Pick<ResolvedEnvironmentSpec['server'], 'autoscaling' | 'replicas'>,
) {
  const { autoscaling, replicas } = workload;
  return autoscaling.enabled
    ? { pods: autoscaling.minReplicas, maximumPods: autoscaling.maxReplicas }
    : { pods: replicas };
}

function listDatabase({ spec, profiles }: Environment): ComponentRequest[] {
  const { resources, instances, storage } = spec.database;
  const { isOwn, isServer, isReplicated } = profiles.database;
  if (!isOwn) return [];
  if (!isServer) return [volumeOnly('database', storage.size)];
  return [
    createRequest('database', resources, {
      pods: isReplicated ? instances : 1,
      storage: storage.size,
    }),
  ];
}

/** A volume of another part's pod, or of pods that run now and then. */
function volumeOnly(
  component: ComponentName,
  storage: string | undefined,
): ComponentRequest {
  return {
    ...createRequest(component, {}, { pods: 1, storage }),
    pods: 0,
    maximumPods: 0,
  };
}

function listServices({ spec, profiles }: Environment): ComponentRequest[] {
  const { pgbouncer, redis, rabbitmq, backup } = spec;
  const requests: ComponentRequest[] = [];
  if (pgbouncer.enabled) {
    requests.push(
      createRequest('pgbouncer', pgbouncer.resources, {
        pods: pgbouncer.replicas,
      }),
    );
  }
  if (redis.enabled && profiles.redis.isOwn) {
    requests.push(
      createRequest('redis', redis.resources, {
        pods: 1,
        storage: redis.storage.size,
      }),
    );
  }
  if (rabbitmq.enabled && profiles.rabbitmq.isOwn) {
    requests.push(
      createRequest('rabbitmq', rabbitmq.resources, {
        pods: profiles.rabbitmq.isReplicated ? rabbitmq.replicas : 1,
        storage: rabbitmq.storage.size,
      }),
    );
  }
  if (backup.enabled && backup.method === 'dump') {
    requests.push(volumeOnly('backup', backup.storage.size));
  }
  return requests;
}

function sum(
  requests: ComponentRequest[],
  podsOf: (request: ComponentRequest) => number,
): ResourceSum {
  const total = { pods: 0, cpuCores: 0, memoryBytes: 0, storageBytes: 0 };
  for (const request of requests) {
    const factor = request.pods > 0 ? podsOf(request) / request.pods : 1;
    total.pods += podsOf(request);
    total.cpuCores += request.cpuCores * factor;
    total.memoryBytes += request.memoryBytes * factor;
    total.storageBytes += request.storageBytes;
  }
  // Cores are whole thousandths; sums of fractions are not, quite.
  total.cpuCores = Math.round(total.cpuCores * 1000) / 1000;
  return total;
}

/**
 * Adds up what an environment asks the cluster for: requests, not limits, as
 * it is requests that the scheduler and quotas count. Pods of jobs, sidecars
 * of a mesh and operators are left out.
 *
 * @public
 */
export function sumRequestedResources(
  environment: Environment,
): RequestedResources {
  const { spec } = environment;
  const components = [
    createRequest('server', spec.server.resources, autoscaledPods(spec.server)),
    ...(spec.studio.enabled
      ? [
          createRequest(
            'studio',
            spec.studio.resources,
            autoscaledPods(spec.studio),
          ),
        ]
      : []),
    ...listDatabase(environment),
    ...listServices(environment),
  ];
  return {
    components,
    total: sum(components, request => request.pods),
    maximum: sum(components, request => request.maximumPods),
  };
}
