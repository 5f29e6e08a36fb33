import type { HealthChange } from '../../model';

/** What a write changed. */
export interface WriteResult {
  /** Change keys of all environments whose row was written. */
  changeKeys: string[];
  healthChanges: HealthChange[];
}
