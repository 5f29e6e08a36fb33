import { SECOND, timestamp } from '../clock';
import { componentOf, environmentOf } from '../environmentState';
import type { Cluster, LogLine, PodInspector } from '../kubernetes/cluster';
import type {
  Condition,
  ContainerSpec,
  ContainerStatus,
  KubernetesObject,
  Pod,
  PodStatus,
} from '../kubernetes/types';
import { hash32 } from '../random';
import { behaviourOf } from './behaviour';
import { withCondition } from './conditions';
import type { RuntimeEvent } from './containerRuntime';
import { ContainerRuntime } from './containerRuntime';
import type { ControllerContext } from './context';
import { writtenLines } from './logs';

/** A program that gets SIGTERM is usually gone after this time. */
const SHUTDOWN_TIME = 3 * SECOND;

interface PodRuntime {
  init: ContainerRuntime[];
  containers: ContainerRuntime[];
  podIp: string;
}

/** Runs what the scheduler placed on nodes; one for all nodes of a cluster. */
export class Kubelet implements PodInspector {
  readonly #runtimes = new Map<string, PodRuntime>();
  #context?: ControllerContext;
  #podCount = 0;

  step(context: ControllerContext): void {
    this.#context = context;
    const { cluster } = context;
    const pods = cluster.list<Pod>('v1', 'Pod');
    for (const pod of pods) {
      if (isTerminated(pod, context.now)) {
        cluster.store.delete(pod);
      } else if (pod.spec.nodeName) {
        this.#run(context, pod);
      }
    }
    const uids = new Set(pods.map(pod => pod.metadata.uid ?? ''));
    for (const uid of this.#runtimes.keys()) {
      if (!uids.has(uid)) this.#runtimes.delete(uid);
    }
  }

  /** Servers lose their database connections and end at once. */
  crashServers(environment: string, now: number): void {
    const pods = this.#context?.cluster.list<Pod>('v1', 'Pod') ?? [];
    pods
      .filter(
        pod =>
          environmentOf(pod) === environment && componentOf(pod) === 'server',
      )
      .forEach(pod =>
        this.#runtimes
          .get(pod.metadata.uid ?? '')
          ?.containers.forEach(container => container.crash(now)),
      );
  }

  logs(
    pod: Pod,
    container: string,
    isPrevious: boolean,
  ): LogLine[] | undefined {
    const runtime = this.#runtimes.get(pod.metadata.uid ?? '');
    const index = [
      ...(pod.spec.initContainers ?? []),
      ...pod.spec.containers,
    ].findIndex(spec => spec.name === container);
    const found = [...(runtime?.init ?? []), ...(runtime?.containers ?? [])][
      index
    ];
    // Between two runs a kubelet shows the log of the one that ended.
    const run = isPrevious
      ? found?.previous
      : ((found?.isRunning || found?.isFinished ? found.current : undefined) ??
        found?.previous);
    if (!run || !this.#context) return undefined;
    return writtenLines(
      componentOf(pod),
      run.behaviour,
      run.startedAt,
      run.finishedAt ?? this.#context.cluster.clock.now(),
    );
  }

  usage(pod: Pod) {
    const runtime = this.#runtimes.get(pod.metadata.uid ?? '');
    const context = this.#context;
    if (!runtime || !context) return [];
    return pod.spec.containers
      .filter((_spec, index) => runtime.containers[index]?.isRunning)
      .map((spec, index) => ({
        container: spec.name,
        cpuMillicores:
          index === 0 ? context.load.cpuMillicores(pod, context.now) : 5,
        memoryBytes:
          index === 0 ? context.load.memoryBytes(pod, context.now) : 3e7,
      }));
  }

  #run(context: ControllerContext, pod: Pod): void {
    if (pod.metadata.deletionTimestamp) return;
    const { now } = context;
    const runtime = this.#runtimeOf(context, pod);
    for (const container of runtime.init) container.advance(now);
    const isInitialized = runtime.init.every(
      (container, index) =>
        container.isFinished ||
        (pod.spec.initContainers?.[index].restartPolicy === 'Always' &&
          container.isRunning),
    );
    if (isInitialized && runtime.containers.length === 0) {
      runtime.containers = pod.spec.containers.map(spec =>
        createRuntime(context, pod, spec, now),
      );
    }
    for (const container of runtime.containers) container.advance(now);
    context.cluster.store.putStatus(
      pod,
      this.#status(context, pod, runtime, isInitialized),
    );
  }

  #runtimeOf(context: ControllerContext, pod: Pod): PodRuntime {
    const uid = pod.metadata.uid ?? '';
    const known = this.#runtimes.get(uid);
    if (known) return known;
    this.#podCount += 1;
    const created: PodRuntime = {
      init: (pod.spec.initContainers ?? []).map(spec =>
        createRuntime(context, pod, spec, context.now),
      ),
      containers: [],
      podIp: `10.42.${Math.floor(this.#podCount / 250) % 250}.${
        (this.#podCount % 250) + 3
      }`,
    };
    this.#runtimes.set(uid, created);
    return created;
  }

  #status(
    { now }: ControllerContext,
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
  const rows: Array<Parameters<typeof withCondition>[1]> = [
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
  return rows.reduce<Condition[]>(
    (conditions, row) => withCondition(conditions, row, now),
    pod.status?.conditions ?? [],
  );
}

function createRuntime(
  context: ControllerContext,
  pod: Pod,
  spec: ContainerSpec,
  now: number,
): ContainerRuntime {
  const { cluster, states } = context;
  const isInit = pod.spec.initContainers?.includes(spec) ?? false;
  const restartPolicy = isInit
    ? spec.restartPolicy
    : (pod.spec.restartPolicy ?? 'Always');
  return new ContainerRuntime(
    {
      name: spec.name,
      image: spec.image,
      key: `${pod.metadata.uid}/${spec.name}`,
      restarts: restartPolicy === 'Always',
      decide: () => behaviourOf(cluster, states, pod, spec),
      emit: event => recordEvent(context, pod, spec, event),
    },
    now,
  );
}

function recordEvent(
  context: ControllerContext,
  pod: Pod,
  spec: ContainerSpec,
  event: RuntimeEvent,
): void {
  const texts = {
    Pulled: `Container image "${spec.image}" already present on machine`,
    Created: `Created container: ${spec.name}`,
    Started: `Started container ${spec.name}`,
  };
  const isWarning = 'message' in event;
  context.events.record(pod, {
    type: isWarning ? 'Warning' : 'Normal',
    reason: event.reason,
    message: isWarning
      ? `${event.message}${
          event.reason === 'BackOff'
            ? ` in pod ${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})`
            : ''
        }`
      : texts[event.reason],
    component: 'kubelet',
    host: pod.spec.nodeName,
    at: event.at,
    fieldPath: `spec.containers{${spec.name}}`,
  });
}

function isTerminated(pod: Pod, now: number): boolean {
  const { deletionTimestamp } = pod.metadata;
  return (
    deletionTimestamp !== undefined && Date.parse(deletionTimestamp) <= now
  );
}

/** Asks for a pod's end; the kubelet removes it when its containers are gone. */
export function terminatePod(
  cluster: Cluster,
  pod: KubernetesObject,
  now: number,
): void {
  if (pod.metadata.deletionTimestamp) return;
  const { spec } = pod as Pod;
  const hooks = spec.containers as Array<{
    lifecycle?: { preStop?: { sleep?: { seconds?: number } } };
  }>;
  const sleep = Math.max(
    0,
    ...hooks.map(row => row.lifecycle?.preStop?.sleep?.seconds ?? 0),
  );
  cluster.store.put({
    ...pod,
    metadata: {
      ...pod.metadata,
      deletionTimestamp: timestamp(now + sleep * SECOND + SHUTDOWN_TIME),
      deletionGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30,
    },
  });
}
