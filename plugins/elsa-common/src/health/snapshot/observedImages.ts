import {
  groupKindOf,
  labelOf,
  read,
  readCount,
  readList,
  readText,
} from '../read';
import type { PlacedObject } from '../topology';
import { declaredImage } from './images';

/** An image that runs somewhere in an environment. */
export interface ObservedImage {
  image: string;
  /** Pods that run it. */
  pods: number;
  /** From the label `app.kubernetes.io/version`. */
  version?: string;
}

const CONTAINERS = ['initContainers', 'containers', 'ephemeralContainers'];

const containersOf = (podSpec: unknown) =>
  CONTAINERS.flatMap(list => readList(podSpec, list));

const versionOf = (object: unknown) =>
  labelOf(object, 'app.kubernetes.io/version');

/** How many pods of a workload run, by its own word. */
function podsOf(workload: unknown): number {
  return Math.max(
    readCount(workload, 'status', 'replicas'),
    readCount(workload, 'status', 'currentNumberScheduled'),
    readCount(workload, 'status', 'active'),
    readList(workload, 'status', 'active').length,
  );
}

/** Where pods do not carry the environment's labels, their workload tells what they run. */
function imagesOfWorkload({ object, children }: PlacedObject): ObservedImage[] {
  const pods = podsOf(object);
  if (pods === 0) return [];
  return [object, ...children].flatMap(workload =>
    [
      read(workload, 'spec', 'template', 'spec'),
      read(workload, 'spec', 'jobTemplate', 'spec', 'template', 'spec'),
    ]
      .flatMap(containersOf)
      .flatMap(container => {
        const image = readText(container, 'image');
        return image ? [{ image, pods, version: versionOf(object) }] : [];
      }),
  );
}

function imagesOfPod(pod: unknown, version: string | undefined) {
  const phase = readText(pod, 'status', 'phase');
  if (phase === 'Succeeded' || phase === 'Failed') return [];
  return containersOf(read(pod, 'spec')).flatMap(
    (container): ObservedImage[] => {
      const image = declaredImage(pod, readText(container, 'name') ?? '');
      return image ? [{ image, pods: 1, version }] : [];
    },
  );
}

/**
 * The images of all containers of an environment, whatever they belong to:
 * those of every pod, and those of workloads whose pods were not read.
 */
export function observedImages(
  placed: readonly PlacedObject[],
): ObservedImage[] {
  const versions = new Map<unknown, string | undefined>();
  for (const { object, pods } of placed) {
    const own = groupKindOf(object) === 'Pod' ? [object, ...pods] : pods;
    for (const pod of own) {
      versions.set(
        pod,
        versions.get(pod) ?? versionOf(object) ?? versionOf(pod),
      );
    }
  }
  return [
    ...[...versions].flatMap(([pod, version]) => imagesOfPod(pod, version)),
    ...placed
      .filter(
        ({ object, pods }) =>
          pods.length === 0 && groupKindOf(object) !== 'Pod',
      )
      .flatMap(imagesOfWorkload),
  ];
}
