import type { KubernetesObject } from './kubernetesObject';
import { isNode, node, type Node, texts } from './nodes';
import { componentOf, containersOf, type Pod, podsOf } from './pods';

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
const ALLOWED_VOLUMES = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/** Microsoft's image writes beside its program at every start; the chart's README says so. */
const writesToItsRoot = (pod: Pod) =>
  componentOf(pod) === 'database' &&
  pod.labels['app.kubernetes.io/name'] === 'sqlserver';

function* podProblems(pod: Pod): Generator<string> {
  const { spec } = pod;
  const security = node(spec.securityContext);
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (spec[field] === true) yield `${field} is on`;
  }
  if (spec.automountServiceAccountToken !== false) {
    yield 'a token of the Kubernetes API is mounted';
  }
  if (security.sysctls !== undefined) yield 'sysctls are set';
  for (const volume of Array.isArray(spec.volumes) ? spec.volumes : []) {
    const kinds = Object.keys(node(volume)).filter(key => key !== 'name');
    for (const kind of kinds) {
      if (!ALLOWED_VOLUMES.has(kind)) yield `volume of kind ${kind}`;
    }
  }
}

/** A container's own setting wins over the pod's. */
const effective = (pod: Pod, container: Node, field: string): unknown => {
  const own = node(container.securityContext)[field];
  return own ?? node(pod.spec.securityContext)[field];
};

function* containerProblems(pod: Pod, container: Node): Generator<string> {
  const security = node(container.securityContext);
  const user = effective(pod, container, 'runAsUser');
  if (typeof user !== 'number' || user === 0) {
    yield `runs as user ${user ?? 'of the image'}`;
  }
  if (effective(pod, container, 'runAsNonRoot') !== true) {
    yield 'runAsNonRoot is not true';
  }
  const profile = node(effective(pod, container, 'seccompProfile')).type;
  if (profile !== 'RuntimeDefault') yield `seccomp profile ${profile}`;
  if (security.allowPrivilegeEscalation !== false) {
    yield 'allowPrivilegeEscalation is not false';
  }
  if (security.privileged === true) yield 'privileged';
  const capabilities = node(security.capabilities);
  if (!texts(capabilities.drop).includes('ALL')) {
    yield 'does not drop all capabilities';
  }
  for (const capability of texts(capabilities.add)) {
    if (capability !== 'NET_BIND_SERVICE') yield `adds ${capability}`;
  }
  if (security.procMount !== undefined && security.procMount !== 'Default') {
    yield `procMount ${security.procMount}`;
  }
  if (security.readOnlyRootFilesystem !== true && !writesToItsRoot(pod)) {
    yield 'its root file system can be written';
  }
  const ports = Array.isArray(container.ports) ? container.ports : [];
  if (ports.some(port => isNode(port) && port.hostPort !== undefined)) {
    yield 'uses a port of the node';
  }
}

/** Finds pods that a namespace with Pod Security level `restricted` refuses, and writable root file systems. */
export function podSecurityProblems(
  objects: readonly KubernetesObject[],
): string[] {
  return podsOf(objects).flatMap(pod => [
    ...[...podProblems(pod)].map(problem => `${pod.owner}: ${problem}`),
    ...containersOf(pod).flatMap(container =>
      [...containerProblems(pod, container)].map(
        problem => `${pod.owner}, container ${container.name}: ${problem}`,
      ),
    ),
  ]);
}
