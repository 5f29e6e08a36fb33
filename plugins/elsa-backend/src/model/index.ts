export type { CatalogEnvironment } from './CatalogEnvironment';
export type { Claim, PlacementRecord } from './claims';
export * from './parts';
export { CATALOG_SOURCE_ID, parseSourceId, sourceId } from './sourceId';
