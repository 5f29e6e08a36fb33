import type { Cluster } from '../kubernetes/cluster';
import type { KubernetesObject, Manifest } from '../kubernetes/types';
import { contains, mergeApplied, without } from './merge';
import type { Application } from './types';

const HOOK = 'argocd.argoproj.io/hook';
const HELM_HOOK = 'helm.sh/hook';
const WAVE = 'argocd.argoproj.io/sync-wave';
const TRACKING = 'argocd.argoproj.io/tracking-id';

/** What one Application should be made of, at one revision. */
export interface Target {
  application: Application;
  revision: string;
  manifests: Manifest[];
  /** Why it could not be rendered. */
  error?: string;
}

function hooksOf(manifest: Manifest): string[] {
  const { annotations = {} } = manifest.metadata;
  return `${annotations[HOOK] ?? ''},${annotations[HELM_HOOK] ?? ''}`
    .split(',')
    .map(part => part.trim())
    .filter(Boolean);
}

/** Hooks run once per sync and are not part of the state. */
export function isHook(manifest: Manifest): boolean {
  return hooksOf(manifest).length > 0;
}

/** What the cluster should hold between syncs. */
export function stateOf(target: Target): Manifest[] {
  return target.manifests.filter(manifest => !isHook(manifest));
}

/** Hooks that a sync runs, unlike tests and those after a deletion. */
export function isSyncHook(manifest: Manifest): boolean {
  return hooksOf(manifest).some(hook =>
    /^(PreSync|Sync|PostSync|pre-install|pre-upgrade|post-install|post-upgrade)$/.test(
      hook,
    ),
  );
}

export function bySyncWave(one: Manifest, other: Manifest): number {
  const wave = (manifest: Manifest) =>
    Number(manifest.metadata.annotations?.[WAVE] ?? 0);
  return wave(one) - wave(other);
}

/** Gives an object the namespace and the mark of its Application. */
export function prepare(
  cluster: Cluster,
  application: Application,
  manifest: Manifest,
): Manifest {
  const resource = cluster.store.kinds.resolve(
    manifest.apiVersion,
    manifest.kind,
  );
  const namespace = resource.isNamespaced
    ? (manifest.metadata.namespace ??
      application.spec.destination.namespace ??
      'default')
    : undefined;
  return {
    ...manifest,
    metadata: {
      ...manifest.metadata,
      ...(namespace && { namespace }),
      annotations: {
        ...manifest.metadata.annotations,
        [TRACKING]: `${application.metadata.name}:${resource.group}/${
          manifest.kind
        }:${namespace ?? ''}/${manifest.metadata.name}`,
      },
    },
  };
}

export function liveObject(
  cluster: Cluster,
  manifest: Manifest,
): KubernetesObject | undefined {
  return cluster.store.get(
    manifest.apiVersion,
    manifest.kind,
    manifest.metadata.namespace,
    manifest.metadata.name,
  );
}

export function keyOf(object: KubernetesObject): string {
  const { namespace = '', name } = object.metadata;
  const group = object.apiVersion.includes('/')
    ? object.apiVersion.split('/')[0]
    : '';
  return `${group}/${object.kind}/${namespace}/${name}`;
}

function ignored(application: Application, manifest: Manifest): string[] {
  return (application.spec.ignoreDifferences ?? [])
    .filter(
      row =>
        row.kind === manifest.kind &&
        (!row.name || row.name === manifest.metadata.name),
    )
    .flatMap(row => row.jsonPointers ?? []);
}

/** Stored objects never change in place, so what was compared once stays true. */
const COMPARED = new WeakMap<
  Manifest,
  { live: KubernetesObject; isSame: boolean }
>();

/** Whether the cluster holds what Git says, apart from ignored differences. */
export function isInSync(
  cluster: Cluster,
  application: Application,
  manifest: Manifest,
): boolean {
  const live = liveObject(cluster, manifest);
  if (!live) return false;
  const known = COMPARED.get(manifest);
  if (known?.live === live) return known.isSame;
  const isSame = compare(live, application, manifest);
  COMPARED.set(manifest, { live, isSame });
  return isSame;
}

function compare(
  live: KubernetesObject,
  application: Application,
  manifest: Manifest,
): boolean {
  const { status: _status, ...wanted } = manifest;
  const pruned = ignored(application, manifest).reduce<unknown>(
    (tree, pointer) => without(tree, pointer),
    wanted,
  );
  return contains(live, pruned);
}

/** Applies one object and keeps what controllers and autoscalers have set. */
export function applyManifest(
  cluster: Cluster,
  last: Manifest | undefined,
  manifest: Manifest,
): void {
  const live = liveObject(cluster, manifest);
  const { status: _status, ...desired } = manifest;
  if (!live) {
    cluster.store.put(desired);
    return;
  }
  cluster.store.put(
    mergeApplied(live, last, desired) as unknown as KubernetesObject,
  );
}
