import type {
  HealthStatus,
  UsedKinds,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { ClusterPart } from '../model';
import { contentHash } from './contentHash';

/** A cluster part as it will be stored. Plain data: it may come from a thread. */
export interface PreparedPart {
  entityRef: string;
  hash: string;
  /** Absent when the stored part has the same hash. */
  json?: string;
  health: HealthStatus;
  isPartial: boolean;
  /** The first one. */
  reason?: { code: string; message: string };
  usedKinds?: UsedKinds;
}

/** @param knownHash - of the part that is stored */
export function preparePart(
  entityRef: string,
  part: ClusterPart,
  knownHash?: string,
): PreparedPart {
  const json = JSON.stringify(part);
  const hash = contentHash(json);
  const [reason] = part.health.reasons;
  return {
    entityRef,
    hash,
    ...(hash !== knownHash && { json }),
    health: part.health.status,
    isPartial: part.health.isPartial,
    ...(reason && { reason: { code: reason.code, message: reason.message } }),
    usedKinds: part.usedKinds,
  };
}
