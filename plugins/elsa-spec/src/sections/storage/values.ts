import type { Spec, Values } from '../Values';

/** Cluster-wide classes that the environment brings, by the target's cloud. */
export function storageValues({ storage, target }: Spec): Values {
  return {
    ...(target.cloud !== 'generic' && { cloud: target.cloud }),
    storageClasses: { enabled: storage.createStorageClass },
    volumeSnapshotClass: { enabled: storage.createVolumeSnapshotClass },
  };
}
