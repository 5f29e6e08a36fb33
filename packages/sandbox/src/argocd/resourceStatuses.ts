import type { Cluster } from '../kubernetes/cluster';
import { parseApiVersion } from '../kubernetes/kinds';
import type { Manifest } from '../kubernetes/types';
import { healthOf } from './health';
import { isInSync, keyOf, liveObject, stateOf, type Target } from './target';
import type { ResourceStatus } from './types';

/** What Git asks for, and what is left of what it asked for before. */
export function resourceStatuses(
  cluster: Cluster,
  { target, applied }: { target: Target; applied: Map<string, Manifest> },
): ResourceStatus[] {
  const wanted = stateOf(target);
  const keys = new Set(wanted.map(keyOf));
  const leftovers = [...applied]
    .filter(([key]) => !keys.has(key))
    .map(([, manifest]) => manifest)
    .filter(manifest => liveObject(cluster, manifest));
  const describe = (manifest: Manifest, isLeftover: boolean) => {
    const { namespace, name } = manifest.metadata;
    const live = liveObject(cluster, manifest);
    const { group, version } = parseApiVersion(manifest.apiVersion);
    const isSynced =
      !isLeftover && isInSync(cluster, target.application, manifest);
    const health = live ? healthOf(live) : { status: 'Missing' as const };
    return {
      ...(group && { group }),
      version,
      kind: manifest.kind,
      ...(namespace && { namespace }),
      name,
      status: isSynced ? ('Synced' as const) : ('OutOfSync' as const),
      ...(health && { health }),
      ...(isLeftover && { requiresPruning: true }),
    };
  };
  return [
    ...wanted.map(manifest => describe(manifest, false)),
    ...leftovers.map(manifest => describe(manifest, true)),
  ];
}
