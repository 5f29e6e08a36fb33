export type { CatalogEnvironment } from './CatalogEnvironment';
export type { Claim, PlacementRecord } from './claims';
export type { Incident, IncidentLevel } from './Incident';
export * from './parts';
export { CATALOG_SOURCE_ID, parseSourceId, sourceId } from './sourceId';
