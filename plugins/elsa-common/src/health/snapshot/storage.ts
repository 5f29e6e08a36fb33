import { parseQuantity } from '../../parseQuantity';
import type { ComponentName, StorageStatus } from '../../contract';
import { nameOf, readText } from '../read';

function bytes(value: string | undefined): number | undefined {
  return value === undefined ? undefined : parseQuantity(value);
}

/** A PersistentVolumeClaim; `usedBytes` comes from Prometheus. @public */
export function summarizeStorage(
  claim: unknown,
  component: ComponentName,
  usedBytes?: number,
): StorageStatus {
  const storageClass = readText(claim, 'spec', 'storageClassName');
  const requestedBytes = bytes(
    readText(claim, 'spec', 'resources', 'requests', 'storage'),
  );
  const capacityBytes = bytes(readText(claim, 'status', 'capacity', 'storage'));
  const isKnown = usedBytes !== undefined && Number.isFinite(usedBytes);
  return {
    claim: nameOf(claim),
    component,
    phase: readText(claim, 'status', 'phase') ?? 'Unknown',
    ...(storageClass ? { storageClass } : {}),
    ...(requestedBytes === undefined ? {} : { requestedBytes }),
    ...(capacityBytes === undefined ? {} : { capacityBytes }),
    ...(isKnown ? { usedBytes } : {}),
  };
}
