import { COMPONENT_NAMES, type ComponentName } from '../contract';
import {
  groupKindOf,
  kindOf,
  labelOf,
  nameOf,
  namespaceOf,
  read,
  readList,
  readText,
  uidOf,
} from './read';

const COMPONENT_LABEL = 'app.kubernetes.io/component';

/** For objects of operators, which do not pass our labels on. */
const COMPONENT_OF_KIND: ReadonlyMap<string, ComponentName> = new Map([
  ['postgresql.cnpg.io/Cluster', 'database'],
  ['postgresql.cnpg.io/Pooler', 'pgbouncer'],
  ['postgresql.cnpg.io/Backup', 'backup'],
  ['postgresql.cnpg.io/ScheduledBackup', 'backup'],
  ['snapshot.storage.k8s.io/VolumeSnapshot', 'backup'],
  ['rabbitmq.com/RabbitmqCluster', 'rabbitmq'],
  ['networking.k8s.io/Ingress', 'exposure'],
  ['gateway.networking.k8s.io/Gateway', 'exposure'],
  ['gateway.networking.k8s.io/HTTPRoute', 'exposure'],
  ['cert-manager.io/Certificate', 'exposure'],
  ['external-secrets.io/ExternalSecret', 'secrets'],
  ['external-secrets.io/SecretStore', 'secrets'],
  ['bitnami.com/SealedSecret', 'secrets'],
] as const);

/** An object with what is known of its place in the environment. */
export interface PlacedObject {
  object: unknown;
  component: ComponentName;
  /** Pods that it brought about, itself or through others. */
  pods: unknown[];
  /** ReplicaSets and Jobs that it controls. */
  children: unknown[];
}

function controllerOf(
  object: unknown,
): { uid?: string; key: string; deploymentKey?: string } | undefined {
  const owners = readList(object, 'metadata', 'ownerReferences');
  const owner =
    owners.find(candidate => read(candidate, 'controller') === true) ??
    owners[0];
  const name = readText(owner, 'name');
  if (!name) {
    return undefined;
  }
  const namespace = namespaceOf(object) ?? '';
  const kind = readText(owner, 'kind') ?? '';
  return {
    uid: readText(owner, 'uid'),
    key: `${namespace}/${kind}/${name}`,
    // ReplicaSets are called <deployment>-<hash>, and may not be readable.
    ...(kind === 'ReplicaSet'
      ? {
          deploymentKey: `${namespace}/Deployment/${name.replace(
            /-[a-z0-9]+$/,
            '',
          )}`,
        }
      : {}),
  };
}

/** Kinds that Argo CD judges through their owner. */
const JUDGED_BY_OWNER = new Set(['Pod', 'ReplicaSet', 'Job']);

function isHook(object: unknown): boolean {
  const annotations = read(object, 'metadata', 'annotations');
  return (
    readText(annotations, 'helm.sh/hook') !== undefined ||
    readText(annotations, 'argocd.argoproj.io/hook') !== undefined
  );
}

/** A hook that failed stopped a sync; every other hook is history. */
function isFailedHookJob(object: unknown): boolean {
  return (
    kindOf(object) === 'Job' &&
    readText(object, 'metadata', 'annotations', 'argocd.argoproj.io/hook') !==
      undefined &&
    readList(object, 'status', 'conditions').some(
      condition => readText(condition, 'type') === 'Failed',
    )
  );
}

/** Who brought an object about, and who stands at the end of that line. */
function ownersAmong(objects: readonly unknown[]) {
  const keyOf = (object: unknown) =>
    `${namespaceOf(object) ?? ''}/${kindOf(object)}/${nameOf(object)}`;
  const byKey = new Map(objects.map(object => [keyOf(object), object]));
  const ownerOf = (object: unknown): unknown => {
    const controller = controllerOf(object);
    if (!controller) {
      return undefined;
    }
    const found = byKey.get(controller.key);
    if (found === undefined && controller.deploymentKey !== undefined) {
      return byKey.get(controller.deploymentKey);
    }
    // Another uid: an object of the same name, made after the owner was gone.
    const isOther =
      controller.uid !== undefined &&
      uidOf(found) !== undefined &&
      uidOf(found) !== controller.uid;
    return found === object || isOther ? undefined : found;
  };
  const rootOf = (object: unknown): unknown => {
    let current = object;
    // Chains are short (pod, ReplicaSet, Deployment); a longer one is a circle.
    for (let step = 0; step < 8; step += 1) {
      const owner = ownerOf(current);
      if (owner === undefined) return current;
      current = owner;
    }
    return current;
  };
  return { ownerOf, rootOf };
}

/**
 * Puts objects under those that brought them about, and names each one's
 * component. Only what stands for itself is returned: pods, ReplicaSets and
 * Jobs with an owner among the objects are found under it.
 */
export function placeObjects(objects: readonly unknown[]): PlacedObject[] {
  const { ownerOf, rootOf } = ownersAmong(objects);
  const placed = new Map<unknown, PlacedObject>();
  const put = (object: unknown): PlacedObject => {
    const known = placed.get(object);
    if (known) return known;
    const entry: PlacedObject = {
      object,
      component: componentOf(object, rootOf(object)),
      pods: [],
      children: [],
    };
    placed.set(object, entry);
    return entry;
  };

  for (const object of objects) {
    if (isHook(object) && !isFailedHookJob(object)) {
      continue;
    }
    const owner = JUDGED_BY_OWNER.has(kindOf(object))
      ? ownerOf(object)
      : undefined;
    if (owner === undefined) {
      put(object);
    } else if (kindOf(object) === 'Pod') {
      // A pod speaks for the workload that makes pods and for its operator.
      for (const above of lineOf(object, ownerOf)) {
        put(above).pods.push(object);
      }
    } else {
      put(owner).children.push(object);
    }
  }
  return [...placed.values()].filter(
    ({ object }) =>
      !JUDGED_BY_OWNER.has(kindOf(object)) || ownerOf(object) === undefined,
  );
}

function lineOf(
  object: unknown,
  ownerOf: (object: unknown) => unknown,
): unknown[] {
  const line: unknown[] = [];
  let current = ownerOf(object);
  while (current !== undefined && !line.includes(current)) {
    line.push(current);
    current = ownerOf(current);
  }
  return line;
}

function componentOf(object: unknown, root: unknown): ComponentName {
  for (const candidate of [object, root]) {
    const label = labelOf(candidate, COMPONENT_LABEL);
    const known = COMPONENT_NAMES.find(name => name === label);
    if (known) return known;
  }
  return (
    COMPONENT_OF_KIND.get(groupKindOf(object)) ??
    COMPONENT_OF_KIND.get(groupKindOf(root)) ??
    'other'
  );
}
