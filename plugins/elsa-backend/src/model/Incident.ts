/** What an owner is told of. */
export type IncidentLevel = 'degraded' | 'burning-fast' | 'exhausted';

/**
 * Where one subject stands. `opening` and `closing` wait for the state to
 * last; only `open` incidents have been told.
 */
export interface Incident {
  state: 'opening' | 'open' | 'closing';
  level: IncidentLevel;
  /** Since when the state is what it is. */
  changedAtMs: number;
  /** When the owner was told. */
  openedAtMs?: number;
  /** One thread of notifications per incident. */
  scope: string;
}
