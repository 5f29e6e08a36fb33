export { createStores, type Stores } from './createStores';
export { EnvironmentStore, type WriteResult } from './EnvironmentStore';
export { IncidentStore } from './IncidentStore';
export { type Lease, LeaseStore } from './Lease';
export { migrate, openDatabase } from './migrate';
export { applyRetention } from './retention';
export type { SourceAttempt } from './SourceStore';
export type { SeenEnvironment } from './UnregisteredStore';
export { type PreparedPart, preparePart } from './preparePart';
