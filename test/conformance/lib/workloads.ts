import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { KubernetesObject } from './kubernetesObject';
import { hasLabels, list, node, textMap } from './nodes';
import { componentOf, containersOf, podOf, type Pod } from './pods';

/** Seconds that Kubernetes gives a pod that states none. */
const DEFAULT_GRACE_SECONDS = 30;

interface Workload {
  name: string;
  object: KubernetesObject;
  pod: Pod;
}

function workloadsOf(objects: readonly KubernetesObject[]): Workload[] {
  return objects.flatMap(object => {
    const pod = podOf(object);
    return pod && ['Deployment', 'StatefulSet'].includes(object.kind)
      ? [{ name: object.metadata.name, object, pod }]
      : [];
  });
}

/** Autoscalers by the name of what they scale. */
function scalersOf(
  objects: readonly KubernetesObject[],
): Map<string, KubernetesObject[]> {
  const scalers = new Map<string, KubernetesObject[]>();
  for (const object of objects) {
    if (!['HorizontalPodAutoscaler', 'ScaledObject'].includes(object.kind)) {
      continue;
    }
    const target = String(node(node(object.spec).scaleTargetRef).name);
    scalers.set(target, [...(scalers.get(target) ?? []), object]);
  }
  return scalers;
}

/** Fewest pods that a workload is meant to have. */
function fewestReplicas(
  workload: Workload,
  scaler: KubernetesObject | undefined,
): number {
  const { replicas } = node(workload.object.spec);
  const { minReplicas, minReplicaCount } = node(scaler?.spec);
  return Number(
    scaler ? (minReplicas ?? minReplicaCount ?? 1) : (replicas ?? 1),
  );
}

/** A pod that is asked to stop gets the time that it needs. */
export function shutdownProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  return workloadsOf(objects).flatMap(({ pod }) => {
    const grace = Number(
      pod.spec.terminationGracePeriodSeconds ?? DEFAULT_GRACE_SECONDS,
    );
    const isServer = componentOf(pod) === 'server';
    const preStops = containersOf(pod).map(container =>
      Number(node(node(node(container.lifecycle).preStop).sleep).seconds ?? 0),
    );
    const preStop = Math.max(...preStops);
    const needed = preStop + (isServer ? spec.server.shutdownSeconds : 1);
    const told = containersOf(pod)
      .flatMap(container => list(container.env))
      .find(({ name }) => name === 'DOTNET_shutdownTimeoutSeconds')?.value;
    return [
      ...(isServer && told !== String(spec.server.shutdownSeconds)
        ? [
            `${pod.owner}: is told to stop within ${told ?? 'no time of its own'}, the spec says ${spec.server.shutdownSeconds} s`,
          ]
        : []),
      ...(grace < needed
        ? [
            `${pod.owner}: needs ${needed} s to stop and gets ${grace} s before it is killed`,
          ]
        : []),
      ...(isServer && preStop !== spec.server.preStopSeconds
        ? [
            `${pod.owner}: preStop waits ${preStop} s, the spec says ${spec.server.preStopSeconds} s`,
          ]
        : []),
    ];
  });
}

/** One autoscaler per workload, and nobody else who sets its replicas. */
export function autoscalingProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  const scalers = scalersOf(objects);
  const problems = workloadsOf(objects).flatMap(({ name, object, pod }) => {
    const own = scalers.get(name) ?? [];
    const { replicas } = node(object.spec);
    return [
      ...(own.length > 1
        ? [`${pod.owner} has ${own.map(scaler => scaler.kind).join(' and ')}`]
        : []),
      ...(own.length > 0 && replicas !== undefined
        ? [`${pod.owner} states ${replicas} replicas beside its autoscaler`]
        : []),
      ...(own.length === 0 && replicas === undefined
        ? [`${pod.owner} has neither replicas nor an autoscaler`]
        : []),
    ];
  });
  for (const part of ['server', 'studio'] as const) {
    const { enabled, kind } = spec[part].autoscaling;
    const wanted =
      enabled && (part === 'server' || spec.studio.enabled)
        ? [kind === 'keda' ? 'ScaledObject' : 'HorizontalPodAutoscaler']
        : [];
    const found = (scalers.get(`${spec.metadata.name}-${part}`) ?? []).map(
      scaler => scaler.kind,
    );
    if (found.join() !== wanted.join()) {
      problems.push(`${part}: autoscalers [${found}], wanted [${wanted}]`);
    }
  }
  for (const object of objects) {
    if (object.kind !== 'VerticalPodAutoscaler') continue;
    const { updateMode } = node(node(object.spec).updatePolicy);
    if (updateMode !== 'Off') {
      problems.push(
        `VerticalPodAutoscaler ${object.metadata.name} does more than recommend`,
      );
    }
  }
  return problems;
}

/** A budget exists exactly where it can be kept: with more than one pod. */
export function disruptionProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  const scalers = scalersOf(objects);
  const budgets = objects.filter(
    object => object.kind === 'PodDisruptionBudget',
  );
  const workloads = workloadsOf(objects);
  const budgetsOf = ({ pod }: Workload) =>
    budgets.filter(budget =>
      hasLabels(
        pod.labels,
        textMap(node(node(budget.spec).selector).matchLabels),
      ),
    );
  return [
    ...workloads.flatMap(workload => {
      const fewest = fewestReplicas(workload, scalers.get(workload.name)?.[0]);
      const found = budgetsOf(workload).length;
      const wanted = fewest > 1 && spec.security.podDisruptionBudget ? 1 : 0;
      return found === wanted
        ? []
        : [
            `${workload.pod.owner} has at least ${fewest} pods and ${found} disruption budgets`,
          ];
    }),
    ...budgets.flatMap(budget => {
      const rule = node(budget.spec);
      return [
        ...(workloads.some(workload => budgetsOf(workload).includes(budget))
          ? []
          : [`PodDisruptionBudget ${budget.metadata.name} covers nothing`]),
        ...(rule.maxUnavailable === 1 &&
        rule.unhealthyPodEvictionPolicy === 'AlwaysAllow'
          ? []
          : [
              `PodDisruptionBudget ${budget.metadata.name} can block the drain of a node`,
            ]),
      ];
    }),
  ];
}

/** Two pods of a host that is not clustered must never run at once. */
export function rolloutProblems(
  isClustered: boolean,
  objects: readonly KubernetesObject[],
): string[] {
  return workloadsOf(objects)
    .filter(({ pod }) => componentOf(pod) === 'server')
    .flatMap(({ object, pod }) => {
      const { type } = node(node(object.spec).strategy);
      const wanted = isClustered ? 'RollingUpdate' : 'Recreate';
      return type === wanted
        ? []
        : [`${pod.owner}: strategy ${type}, wanted ${wanted}`];
    });
}

/** Every container states what it needs and what it may use, for quotas and eviction. */
export function resourceProblems(
  objects: readonly KubernetesObject[],
): string[] {
  return objects.flatMap(object => {
    const pod = podOf(object);
    if (!pod) return [];
    return list(pod.spec.containers).flatMap(container => {
      const { requests, limits } = node(container.resources);
      return [
        ...['cpu', 'memory'].filter(name => !(name in node(requests))),
        ...(node(limits).memory === undefined ? ['limit of memory'] : []),
      ].map(missing => `${pod.owner}, ${container.name}: no ${missing}`);
    });
  });
}
