import { componentOf, environmentOf } from '../environmentState';
import type { LogLine, PodInspector } from '../kubernetes/cluster';
import type { ContainerSpec, Pod } from '../kubernetes/types';
import { behaviourOf } from './behaviour';
import type { RuntimeEvent } from './containerRuntime';
import { ContainerRuntime } from './containerRuntime';
import type { ControllerContext } from './context';
import { writtenLines } from './logs';
import { type PodRuntime, podStatus } from './podStatus';

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
      podStatus(now, pod, runtime, isInitialized),
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
