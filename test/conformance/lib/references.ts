import type { KubernetesObject } from './kubernetesObject';
import { list, node } from './nodes';
import { podOf } from './pods';

/**
 * Finds references to objects that neither the manifests nor the spec's list
 * of Secrets, claims and Services from elsewhere have.
 *
 * @param external names that exist outside of the manifests, as `Kind/name`
 */
export function danglingReferences(
  objects: readonly KubernetesObject[],
  external: ReadonlySet<string>,
): string[] {
  const known = new Set([
    ...objects.map(object => `${object.kind}/${object.metadata.name}`),
    ...external,
  ]);
  for (const object of objects) {
    if (object.kind === 'ExternalSecret') {
      const { target } = node(object.spec);
      known.add(`Secret/${node(target).name ?? object.metadata.name}`);
    }
    if (object.kind === 'SealedSecret') {
      known.add(`Secret/${object.metadata.name}`);
    }
    if (object.kind === 'Certificate') {
      known.add(`Secret/${node(object.spec).secretName}`);
    }
    if (object.kind === 'Cluster') {
      // CloudNativePG makes these itself.
      for (const suffix of ['app', 'ca', 'server', 'replication']) {
        known.add(`Secret/${object.metadata.name}-${suffix}`);
      }
      for (const suffix of ['rw', 'ro', 'r']) {
        known.add(`Service/${object.metadata.name}-${suffix}`);
      }
    }
    if (object.kind === 'RabbitmqCluster') {
      known.add(`Secret/${object.metadata.name}-default-user`);
      known.add(`Service/${object.metadata.name}`);
    }
  }
  const problems: string[] = [];
  const need = (object: KubernetesObject, kind: string, name: unknown) => {
    if (typeof name !== 'string' || known.has(`${kind}/${name}`)) return;
    problems.push(
      `${object.kind} ${object.metadata.name} refers to ${kind} ${name}, which nothing makes`,
    );
  };

  for (const object of objects) {
    const pod = podOf(object)?.spec;
    if (pod) {
      if (pod.serviceAccountName !== 'default') {
        need(object, 'ServiceAccount', pod.serviceAccountName);
      }
      const containers = [...list(pod.initContainers), ...list(pod.containers)];
      for (const container of containers) {
        for (const variable of list(container.env)) {
          const from = node(variable.valueFrom);
          need(object, 'Secret', node(from.secretKeyRef).name);
          need(object, 'ConfigMap', node(from.configMapKeyRef).name);
        }
        for (const source of list(container.envFrom)) {
          need(object, 'Secret', node(source.secretRef).name);
          need(object, 'ConfigMap', node(source.configMapRef).name);
        }
        const volumes = new Set([
          ...list(pod.volumes).map(volume => volume.name),
          ...list(node(object.spec).volumeClaimTemplates).map(
            claim => node(claim.metadata).name,
          ),
        ]);
        for (const mount of list(container.volumeMounts)) {
          if (!volumes.has(mount.name)) {
            problems.push(
              `${object.kind} ${object.metadata.name} mounts the volume ${mount.name}, which it does not have`,
            );
          }
        }
        const ports = new Set(list(container.ports).map(port => port.name));
        for (const probe of [
          'startupProbe',
          'livenessProbe',
          'readinessProbe',
        ]) {
          const probed = node(container[probe]);
          const { port } = {
            ...node(probed.httpGet),
            ...node(probed.tcpSocket),
          };
          if (typeof port === 'string' && !ports.has(port)) {
            problems.push(
              `${object.kind} ${object.metadata.name}: ${probe} asks port ${port}, which ${container.name} does not name`,
            );
          }
        }
      }
      for (const volume of list(pod.volumes)) {
        need(object, 'Secret', node(volume.secret).secretName);
        need(object, 'ConfigMap', node(volume.configMap).name);
        need(
          object,
          'PersistentVolumeClaim',
          node(volume.persistentVolumeClaim).claimName,
        );
      }
    }
    const spec = node(object.spec);
    if (
      object.kind === 'HorizontalPodAutoscaler' ||
      object.kind === 'ScaledObject'
    ) {
      const target = node(spec.scaleTargetRef);
      need(object, String(target.kind ?? 'Deployment'), target.name);
    }
    if (object.kind === 'Ingress') {
      for (const rule of list(spec.rules)) {
        for (const path of list(node(rule.http).paths)) {
          need(object, 'Service', node(node(path.backend).service).name);
        }
      }
    }
    if (object.kind === 'HTTPRoute') {
      for (const rule of list(spec.rules)) {
        for (const backend of list(rule.backendRefs)) {
          need(object, 'Service', backend.name);
        }
      }
    }
    if (object.kind === 'IngressRoute') {
      for (const route of list(spec.routes)) {
        for (const service of list(route.services)) {
          need(object, 'Service', service.name);
        }
        for (const middleware of list(route.middlewares)) {
          need(object, 'Middleware', middleware.name);
        }
      }
    }
    if (object.kind === 'Service') {
      const selector = Object.entries(node(spec.selector));
      const selects = objects.some(
        other =>
          ['Deployment', 'StatefulSet'].includes(other.kind) &&
          selector.every(([key, value]) => podOf(other)?.labels[key] === value),
      );
      if (selector.length > 0 && !selects) {
        problems.push(
          `Service ${object.metadata.name} selects no pod: ${JSON.stringify(spec.selector)}`,
        );
      }
    }
  }
  return problems;
}
