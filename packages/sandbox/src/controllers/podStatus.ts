import { timestamp } from '../clock';
import type {
  Condition,
  ContainerSpec,
  ContainerStatus,
  Pod,
  PodStatus,
} from '../kubernetes/types';
import { hash32 } from '../random';
import { type NewCondition, withConditions } from './conditions';
import type { ContainerRuntime } from './containerRuntime';

/** A pod's containers, and its address. */
export interface PodRuntime {
  init: ContainerRuntime[];
  containers: ContainerRuntime[];
  podIp: string;
}

function notStarted(spec: ContainerSpec): ContainerStatus {
  return {
    name: spec.name,
    image: spec.image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason: 'PodInitializing' } },
    lastState: {},
  };
}

function podConditions(
  pod: Pod,
  now: number,
  facts: {
    isInitialized: boolean;
    isReady: boolean;
    isFinished: boolean;
    unready: string[];
  },
): Condition[] {
  const flag = (is: boolean) => (is ? 'True' : 'False');
  const completed = { reason: 'PodCompleted' };
  const notReady = {
    reason: 'ContainersNotReady',
    message: `containers with unready status: [${facts.unready.join(' ')}]`,
  };
  const why = facts.isFinished ? completed : notReady;
  const rows: NewCondition[] = [
    { type: 'PodReadyToStartContainers', status: flag(!facts.isFinished) },
    {
      type: 'Initialized',
      status: flag(facts.isInitialized),
      ...(facts.isFinished && completed),
    },
    {
      type: 'Ready',
      status: flag(facts.isReady),
      ...(!facts.isReady && why),
    },
    {
      type: 'ContainersReady',
      status: flag(facts.isReady),
      ...(!facts.isReady && why),
    },
    { type: 'PodScheduled', status: 'True' },
  ];
  return withConditions(pod.status?.conditions, rows, now);
}

/** What a kubelet reports of a pod that runs. */
export function podStatus(
  now: number,
  pod: Pod,
  runtime: PodRuntime,
  isInitialized: boolean,
): PodStatus {
  const podRef = `${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})`;
  const containerStatuses = runtime.containers.length
    ? runtime.containers.map(container => container.status(podRef, now))
    : pod.spec.containers.map(spec => notStarted(spec));
  const isFinished =
    runtime.containers.length > 0 &&
    runtime.containers.every(container => container.isFinished);
  const hasFailed = containerStatuses.some(
    row => (row.state.terminated?.exitCode ?? 0) !== 0,
  );
  const hasStarted = runtime.containers.some(
    container => container.current !== undefined,
  );
  const unready = containerStatuses.filter(row => !row.ready);
  const isReady = isInitialized && unready.length === 0 && !isFinished;
  const hostIP = `10.0.${hash32(pod.spec.nodeName ?? '') % 200}.10`;
  const finishedPhase = hasFailed ? 'Failed' : 'Succeeded';
  const activePhase = hasStarted ? 'Running' : 'Pending';
  return {
    phase: isFinished ? finishedPhase : activePhase,
    conditions: podConditions(pod, now, {
      isInitialized,
      isReady,
      isFinished,
      unready: unready.map(row => row.name),
    }),
    hostIP,
    hostIPs: [{ ip: hostIP }],
    podIP: runtime.podIp,
    podIPs: [{ ip: runtime.podIp }],
    startTime: pod.status?.startTime ?? timestamp(now),
    ...(runtime.init.length && {
      initContainerStatuses: runtime.init.map(container =>
        container.status(podRef, now),
      ),
    }),
    containerStatuses,
    qosClass: 'Burstable',
  };
}
