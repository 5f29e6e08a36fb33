import type { Environment } from '../Environment';
import type { Values } from '../Values';

/** Cluster-wide classes that the environment brings, by the target's cloud. */
export function storageValues({
  spec: { storage, target },
}: Environment): Values {
  return {
    ...(target.cloud !== 'generic' && { cloud: target.cloud }),
    storageClasses: { enabled: storage.createStorageClass },
    volumeSnapshotClass: { enabled: storage.createVolumeSnapshotClass },
  };
}
