import type { KubernetesObject } from './kubernetesObject';
import type { Endpoint } from './networkPolicies';
import { hasLabels, list, node, textMap } from './nodes';
import { containersOf, podsOf } from './pods';

/** Pods that an operator makes of its custom resource, with the labels that it gives them. */
function operatorPods(object: KubernetesObject): Endpoint[] {
  const { name, namespace } = object.metadata;
  const spec = node(object.spec);
  const owner = `${object.kind} ${name}`;
  const group = object.apiVersion.split('/')[0];
  if (group === 'postgresql.cnpg.io' && object.kind === 'Cluster') {
    return [
      {
        name: owner,
        namespace,
        labels: {
          ...textMap(node(spec.inheritedMetadata).labels),
          'cnpg.io/cluster': name,
          'cnpg.io/podRole': 'instance',
        },
      },
    ];
  }
  if (group === 'postgresql.cnpg.io' && object.kind === 'Pooler') {
    return [
      {
        name: owner,
        namespace,
        labels: {
          ...textMap(node(node(spec.template).metadata).labels),
          'cnpg.io/cluster': String(node(spec.cluster).name),
          'cnpg.io/poolerName': name,
          'cnpg.io/podRole': 'pooler',
        },
      },
    ];
  }
  if (group === 'rabbitmq.com' && object.kind === 'RabbitmqCluster') {
    return [
      {
        name: owner,
        namespace,
        // The operator replaces every app.kubernetes.io label by its own.
        labels: {
          'app.kubernetes.io/name': name,
          'app.kubernetes.io/component': 'rabbitmq',
          'app.kubernetes.io/part-of': 'rabbitmq',
        },
      },
    ];
  }
  return [];
}

/** All pods of an environment: those of templates and those that operators make. */
export function endpointsOf(
  objects: readonly KubernetesObject[],
  namespace: string,
): Endpoint[] {
  return [
    ...podsOf(objects).map(pod => ({
      name: pod.owner,
      namespace,
      labels: pod.labels,
      ports: Object.fromEntries(
        containersOf(pod).flatMap(container =>
          list(container.ports).map(port => [
            String(port.name),
            Number(port.containerPort),
          ]),
        ),
      ),
    })),
    ...objects.flatMap(operatorPods),
  ];
}

/** Where a name and a port of the namespace lead. */
export interface ServiceTarget {
  endpoints: Endpoint[];
  /** Port of the pods. */
  port: number;
}

/** Services that operators make of a custom resource, and the port that they serve. */
function operatorService(
  object: KubernetesObject,
  host: string,
): number | undefined {
  const { name } = object.metadata;
  switch (object.kind) {
    case 'Cluster':
      return ['rw', 'ro', 'r'].some(suffix => host === `${name}-${suffix}`)
        ? 5432
        : undefined;
    case 'Pooler':
      return host === name ? 5432 : undefined;
    case 'RabbitmqCluster':
      return host === name ? 5672 : undefined;
    default:
      return undefined;
  }
}

/**
 * Follows a name to the pods behind it: a rendered Service, or one that an
 * operator makes. Undefined when the environment has no such Service or port.
 */
export function resolveService(
  objects: readonly KubernetesObject[],
  namespace: string,
  host: string,
  port: number,
): ServiceTarget | undefined {
  const [name, stated = namespace] = host.split('.');
  if (stated !== namespace) return undefined;
  const endpoints = endpointsOf(objects, namespace);
  for (const object of objects) {
    if (operatorService(object, name) === port) {
      return {
        endpoints: endpoints.filter(
          endpoint =>
            endpoint.name === `${object.kind} ${object.metadata.name}`,
        ),
        port,
      };
    }
  }
  const service = objects.find(
    object => object.kind === 'Service' && object.metadata.name === name,
  );
  const spec = node(service?.spec);
  const served = list(spec.ports).find(item => item.port === port);
  if (!served) return undefined;
  const selected = endpoints.filter(endpoint =>
    hasLabels(endpoint.labels, textMap(spec.selector)),
  );
  const target = served.targetPort ?? port;
  const targetPort =
    typeof target === 'string' ? selected[0]?.ports?.[target] : target;
  return typeof targetPort === 'number' && selected.length > 0
    ? { endpoints: selected, port: targetPort }
    : undefined;
}
