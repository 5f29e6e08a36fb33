import type { ElsaConfig } from '../config';
import type { Stores } from './createStores';

const DAY_MS = 24 * 3600 * 1000;

/** Deletes what is older than the configured time. */
export async function applyRetention(
  stores: Stores,
  retention: ElsaConfig['retention'],
  nowMs: number,
): Promise<void> {
  const before = (ageMs: number) => new Date(nowMs - ageMs).toISOString();
  await stores.transitions.purge(before(retention.transitionsMs));
  await stores.unregistered.purge(before(retention.unregisteredMs));
  // A day lets every reader see the deletion before the row itself goes.
  await stores.environments.purgeDeleted(before(DAY_MS));
  await stores.claims.purge();
  await stores.refreshes.purge(nowMs - DAY_MS);
  await stores.pauses.purge(nowMs - DAY_MS);
}
