import type { EnvironmentStates } from '../environmentState';
import { componentOf, environmentOf } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import type { ContainerSpec, KeyedData, Pod } from '../kubernetes/types';

/** What a container does once its pod is on a node. */
export type Behaviour =
  | { kind: 'stuck'; reason: string; message: string }
  | {
      kind: 'exits';
      afterSeconds: number;
      exitCode: number;
      reason: 'Completed' | 'Error' | 'OOMKilled';
      log: 'wrong-password' | 'out-of-memory' | 'task';
    }
  | { kind: 'runs'; readySeconds: number };

/** Seconds until a component answers its readiness probe. */
const READY_SECONDS: Record<string, number> = {
  server: 12,
  studio: 5,
  database: 8,
  redis: 3,
  rabbitmq: 10,
  pgbouncer: 2,
};

/** Names the first reference of a container that leads nowhere, as a kubelet would. */
function missingReference(
  cluster: Cluster,
  pod: Pod,
  container: ContainerSpec,
): string | undefined {
  const namespace = pod.metadata.namespace;
  const find = (kind: 'Secret' | 'ConfigMap', name: string) =>
    cluster.store.get<KeyedData>('v1', kind, namespace, name);
  const check = (
    kind: 'Secret' | 'ConfigMap',
    reference?: { name?: string; key?: string; optional?: boolean },
  ): string | undefined => {
    if (!reference?.name || reference.optional) return undefined;
    const found = find(kind, reference.name);
    if (!found) {
      return `${kind.toLocaleLowerCase('en-US')} "${reference.name}" not found`;
    }
    if (reference.key && !(reference.key in (found.data ?? {}))) {
      return `couldn't find key ${reference.key} in ${kind} ${namespace}/${reference.name}`;
    }
    return undefined;
  };
  const found = [
    ...(container.env ?? []).flatMap(({ valueFrom }) => [
      check('Secret', valueFrom?.secretKeyRef),
      check('ConfigMap', valueFrom?.configMapKeyRef),
    ]),
    ...(container.envFrom ?? []).flatMap(source => [
      check('Secret', source.secretRef),
      check('ConfigMap', source.configMapRef),
    ]),
  ];
  return found.find(Boolean);
}

function task(afterSeconds: number): Behaviour {
  return {
    kind: 'exits',
    afterSeconds,
    exitCode: 0,
    reason: 'Completed',
    log: 'task',
  };
}

/** Decides anew at each start of a container, so that a healed fault ends a crash loop. */
export function behaviourOf(
  cluster: Cluster,
  states: EnvironmentStates,
  pod: Pod,
  container: ContainerSpec,
): Behaviour {
  const component = componentOf(pod);
  const { breakages } = states.of(environmentOf(pod));
  const isServer = component === 'server';
  const isInit = Boolean(
    pod.spec.initContainers?.some(
      row => row.name === container.name && row.restartPolicy !== 'Always',
    ),
  );
  if (isServer && breakages.has('image')) {
    return {
      kind: 'stuck',
      reason: 'ImagePullBackOff',
      message: `Back-off pulling image "${container.image}": ErrImagePull: rpc error: code = NotFound desc = failed to pull and unpack image "${container.image}": failed to resolve reference "${container.image}": ${container.image}: not found`,
    };
  }
  const missing =
    isServer && breakages.has('config')
      ? `secret "${environmentOf(pod)}-database" not found`
      : missingReference(cluster, pod, container);
  if (missing) {
    return {
      kind: 'stuck',
      reason: 'CreateContainerConfigError',
      message: missing,
    };
  }
  if (isInit) return task(2);
  if (pod.spec.restartPolicy && pod.spec.restartPolicy !== 'Always') {
    return task(20);
  }
  if (isServer && breakages.has('database')) {
    return {
      kind: 'exits',
      afterSeconds: 6,
      exitCode: 1,
      reason: 'Error',
      log: 'wrong-password',
    };
  }
  if (isServer && breakages.has('memory')) {
    return {
      kind: 'exits',
      afterSeconds: 150,
      exitCode: 137,
      reason: 'OOMKilled',
      log: 'out-of-memory',
    };
  }
  return { kind: 'runs', readySeconds: READY_SECONDS[component] ?? 3 };
}
