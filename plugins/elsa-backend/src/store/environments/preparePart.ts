import type { HealthStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { UsedKinds } from '@elsa-portal/backstage-plugin-elsa-common/health';
import { createPartMask, type Mask } from '../../credentials';
import type { ClusterPart } from '../../model';
import { contentHash } from '../contentHash';

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

const NO_SECRETS = createPartMask([]);

/**
 * @param options - `knownHash` is that of the part that is stored; `mask` takes
 * credentials out of what a cluster said
 */
export function preparePart(
  entityRef: string,
  part: ClusterPart,
  options: { knownHash?: string; mask?: Mask } = {},
): PreparedPart {
  const { knownHash, mask = NO_SECRETS } = options;
  const json = JSON.stringify(part);
  const hash = contentHash(json);
  const [reason] = part.health.reasons;
  return {
    entityRef,
    hash,
    // Only what changed is looked through: that is little, and it costs time.
    ...(hash !== knownHash && { json: mask(json) }),
    health: part.health.status,
    isPartial: part.health.isPartial,
    ...(reason && {
      reason: { code: reason.code, message: mask(reason.message) },
    }),
    usedKinds: part.usedKinds,
  };
}
