export type { CatalogEnvironment } from './CatalogEnvironment';
export * from './parts';
export { CATALOG_SOURCE_ID, parseSourceId, sourceId } from './sourceId';
