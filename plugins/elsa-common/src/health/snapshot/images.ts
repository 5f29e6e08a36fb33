import type { ImageStatus } from '../../contract';
import { isRecord } from '../../isRecord';
import { read, readList, readText } from '../read';

/** `docker.io/library/redis:7@sha256:...` taken apart. @public */
export interface ImageParts {
  /** With registry, as container runtimes complete it. */
  repository: string;
  /** `latest` when neither tag nor digest is there. */
  tag?: string;
  digest?: string;
}

/** @public */
export function parseImage(image: string): ImageParts {
  const [named, digest] = image.split('@', 2);
  const slash = named.lastIndexOf('/');
  const colon = named.lastIndexOf(':');
  const hasTag = colon > slash;
  const name = hasTag ? named.slice(0, colon) : named;
  const tag = hasTag ? named.slice(colon + 1) : undefined;
  return {
    repository: completed(name),
    ...((tag ?? (digest ? undefined : 'latest'))
      ? { tag: tag ?? 'latest' }
      : {}),
    ...(digest ? { digest } : {}),
  };
}

// A first part with a dot, a colon or `localhost` is a registry.
function completed(name: string): string {
  const [first, ...rest] = name.split('/');
  if (rest.length === 0) {
    return `docker.io/library/${name}`;
  }
  return /[.:]/.test(first) || first === 'localhost'
    ? name
    : `docker.io/${name}`;
}

/**
 * Whether a running image is the wanted one. Digests decide where both are
 * known, otherwise tags do.
 *
 * @public
 */
export function isSameImage(wanted: string, running: string): boolean {
  const a = parseImage(wanted);
  const b = parseImage(running);
  if (a.repository !== b.repository) {
    return false;
  }
  return a.digest && b.digest ? a.digest === b.digest : a.tag === b.tag;
}

/** What the pod was told to run, with the digest that it was given, if any. */
export function declaredImage(
  pod: unknown,
  container: string,
): string | undefined {
  const specs = ['initContainers', 'containers', 'ephemeralContainers'].flatMap(
    list => readList(pod, 'spec', list),
  );
  const statuses = [
    'initContainerStatuses',
    'containerStatuses',
    'ephemeralContainerStatuses',
  ].flatMap(list => readList(pod, 'status', list));
  const byName = (list: unknown[]) =>
    list.find(entry => readText(entry, 'name') === container);
  const status = byName(statuses);
  const image = readText(byName(specs), 'image') ?? readText(status, 'image');
  if (!image || image.includes('@')) {
    return image;
  }
  // A bare `sha256:...` is the digest of the image's configuration, which no
  // registry knows; only one behind a repository can be compared.
  const digest = /@(sha256:[0-9a-f]{64})$/.exec(
    readText(status, 'imageID') ?? '',
  )?.[1];
  return digest ? `${image}@${digest}` : image;
}

/** Whether a container of the pod has ever started: only then its image ran. */
function hasStarted(pod: unknown, container: string): boolean {
  const status = ['initContainerStatuses', 'containerStatuses']
    .flatMap(list => readList(pod, 'status', list))
    .find(entry => readText(entry, 'name') === container);
  return [
    read(status, 'state', 'running'),
    read(status, 'state', 'terminated'),
    read(status, 'lastState', 'terminated'),
  ].some(isRecord);
}

/**
 * Per container of a workload's pod template: what it should run and what its
 * pods run: of a pod that is still being created, nothing. Containers that were injected (mesh sidecars) are left out.
 *
 * @public
 */
export function summarizeImages(
  workload: unknown,
  pods: readonly unknown[],
): ImageStatus[] {
  const template = read(workload, 'spec', 'template', 'spec');
  const containers = ['initContainers', 'containers'].flatMap(list =>
    readList(template, list),
  );
  return containers.flatMap(entry => {
    const container = readText(entry, 'name');
    const wanted = readText(entry, 'image');
    if (!container || !wanted) {
      return [];
    }
    const counts = new Map<string, number>();
    for (const pod of pods) {
      const image = hasStarted(pod, container)
        ? declaredImage(pod, container)
        : undefined;
      if (image) counts.set(image, (counts.get(image) ?? 0) + 1);
    }
    return [
      {
        container,
        wanted,
        running: [...counts]
          .map(([image, count]) => ({ image, pods: count }))
          .sort((a, b) => b.pods - a.pods || (a.image < b.image ? -1 : 1)),
      },
    ];
  });
}
