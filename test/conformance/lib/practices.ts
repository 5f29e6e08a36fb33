import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { endpointsOf } from './endpoints';
import type { KubernetesObject } from './kubernetesObject';
import { hasLabels, list, node, textMap, texts } from './nodes';
import { containersOf, podOf, podsOf } from './pods';

type Practice = (
  objects: readonly KubernetesObject[],
  spec: ResolvedEnvironmentSpec,
) => string[];

const ofKind = (objects: readonly KubernetesObject[], ...kinds: string[]) =>
  objects.filter(({ kind }) => kinds.includes(kind));

const what = ({ kind, metadata }: KubernetesObject) =>
  `${kind} ${metadata.name}`;

const CLUSTER_SCOPED = ['Namespace', 'StorageClass', 'VolumeSnapshotClass'];

/** Whoever applies an object elsewhere by mistake should not find it there. */
const useNamespace: Practice = objects =>
  objects
    .filter(({ kind }) => !CLUSTER_SCOPED.includes(kind))
    .filter(({ metadata }) => !metadata.namespace)
    .map(object => `${what(object)} names no namespace`);

/** Workflow authors run code: what the pods may read, they may read. */
const harmlessRoles: Practice = objects =>
  ofKind(objects, 'Role', 'ClusterRole').flatMap(role =>
    list(role.rules).flatMap(rule =>
      [...texts(rule.verbs), ...texts(rule.resources)]
        .filter(word => word === '*' || /^secrets(\/|$)/.test(word))
        .map(word => `${what(role)} grants ${word}`),
    ),
  );

/** A selector that nothing has is a policy, budget or monitor without effect. */
const selectorsMatch: Practice = (objects, { target }) => {
  const endpoints = endpointsOf(objects, target.namespace);
  const services = ofKind(objects, 'Service');
  // Whoever implements Gateways makes pods of them, with their names as a label.
  const gateways = ofKind(objects, 'Gateway').map(({ metadata }) => ({
    'gateway.networking.k8s.io/gateway-name': metadata.name,
  }));
  const matchesPod = (selector: unknown) =>
    [...endpoints.map(({ labels }) => labels), ...gateways].some(labels =>
      hasLabels(labels, textMap(node(selector).matchLabels)),
    );
  const matchesService = (selector: unknown, port: unknown) =>
    services.some(
      service =>
        hasLabels(
          service.metadata.labels ?? {},
          textMap(node(selector).matchLabels),
        ) && list(node(service.spec).ports).some(({ name }) => name === port),
    );
  return objects.flatMap(object => {
    const spec = node(object.spec);
    const selects = {
      NetworkPolicy: () => matchesPod(spec.podSelector),
      PodMonitor: () => matchesPod(spec.selector),
      ServiceMonitor: () =>
        list(spec.endpoints).every(({ port }) =>
          matchesService(spec.selector, port),
        ),
    }[object.kind];
    return selects && !selects() ? [`${what(object)} selects nothing`] : [];
  });
};

const ownPods: Practice = objects =>
  ofKind(objects, 'Deployment', 'StatefulSet').flatMap(object => {
    const { matchLabels } = node(node(object.spec).selector);
    const wanted = textMap(matchLabels);
    return Object.keys(wanted).length > 0 &&
      hasLabels(podOf(object)?.labels ?? {}, wanted)
      ? []
      : [`${what(object)} does not select its own pods`];
  });

/** .NET reads names without regard to case: the later one would win silently. */
const variablesOnce: Practice = objects =>
  podsOf(objects).flatMap(pod =>
    containersOf(pod).flatMap(container => {
      const names = list(container.env).map(({ name }) =>
        String(name).toLowerCase(),
      );
      return names
        .filter((name, index) => names.indexOf(name) < index)
        .map(name => `${pod.owner}: ${name} is set twice`);
    }),
  );

const portsExist: Practice = (objects, { target }) => {
  const endpoints = endpointsOf(objects, target.namespace);
  return ofKind(objects, 'Service').flatMap(service => {
    const spec = node(service.spec);
    const selected = endpoints.filter(({ labels }) =>
      hasLabels(labels, textMap(spec.selector)),
    );
    return list(spec.ports)
      .filter(({ targetPort }) => typeof targetPort === 'string')
      .filter(({ targetPort }) =>
        selected.some(({ ports }) => !(String(targetPort) in (ports ?? {}))),
      )
      .map(
        ({ targetPort }) =>
          `${what(service)} leads to port ${targetPort}, which its pods do not name`,
      );
  });
};

const probed: Practice = objects =>
  ofKind(objects, 'Deployment', 'StatefulSet').flatMap(object =>
    list(podOf(object)?.spec.containers).flatMap(container =>
      ['livenessProbe', 'readinessProbe', 'startupProbe']
        .filter(probe => container[probe] === undefined)
        .map(probe => `${what(object)}, ${container.name}: no ${probe}`),
    ),
  );

/** One node must not take all pods of a workload with it. */
const spread: Practice = (objects, spec) => {
  const scaled = new Set(
    ofKind(objects, 'HorizontalPodAutoscaler', 'ScaledObject').map(scaler =>
      String(node(node(scaler.spec).scaleTargetRef).name),
    ),
  );
  return ofKind(objects, 'Deployment')
    .filter(
      object =>
        scaled.has(object.metadata.name) ||
        Number(node(object.spec).replicas ?? 1) > 1,
    )
    .filter(object => {
      const keys = list(podOf(object)?.spec.topologySpreadConstraints).map(
        ({ topologyKey }) => topologyKey,
      );
      const part = object.metadata.name.endsWith('-studio')
        ? spec.studio
        : spec.server;
      const wantsZones = part.placement.spreadZones !== 'none';
      return (
        !keys.includes('kubernetes.io/hostname') ||
        (wantsZones && !keys.includes('topology.kubernetes.io/zone'))
      );
    })
    .map(object => `${what(object)} is not spread over nodes and zones`);
};

/** Jobs that nobody removes fill the namespace. */
const jobsEnd: Practice = objects =>
  objects.flatMap(object => {
    const spec = node(object.spec);
    const job = {
      Job: spec,
      CronJob: node(node(spec.jobTemplate).spec),
    }[object.kind];
    return job
      ? ['ttlSecondsAfterFinished', 'activeDeadlineSeconds', 'backoffLimit']
          .filter(field => job[field] === undefined)
          .map(field => `${what(object)} has no ${field}`)
      : [];
  });

/** Every pod is under a policy, in both directions. */
const isolated: Practice = (objects, { security, target }) => {
  if (!security.networkPolicy.enabled) return [];
  const policies = ofKind(objects, 'NetworkPolicy').map(({ spec }) => ({
    labels: textMap(node(node(spec).podSelector).matchLabels),
    types: texts(node(spec).policyTypes),
  }));
  return endpointsOf(objects, target.namespace).flatMap(endpoint =>
    ['Ingress', 'Egress']
      .filter(
        type =>
          !policies.some(
            ({ labels, types }) =>
              types.includes(type) && hasLabels(endpoint.labels, labels),
          ),
      )
      .map(type => `${endpoint.name}: no policy for ${type}`),
  );
};

/**
 * What kube-linter looks at, by the names of its checks, as far as no other
 * check of ours does.
 */
const practices: Record<string, Practice> = {
  'use-namespace': useNamespace,
  'access-to-secrets, wildcard-in-rules': harmlessRoles,
  'dangling-networkpolicy, dangling-servicemonitor': selectorsMatch,
  'mismatching-selector': ownPods,
  'duplicate-env-var': variablesOnce,
  'invalid-target-ports': portsExist,
  'no-liveness-probe, no-readiness-probe': probed,
  'no-anti-affinity': spread,
  'job-ttl-seconds-after-finished': jobsEnd,
  'non-isolated-pod': isolated,
};

/** Bad practices in the objects of an environment, each with the name of its check. */
export function practiceProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  return Object.entries(practices).flatMap(([name, practice]) =>
    practice(objects, spec).map(problem => `${problem} (${name})`),
  );
}
