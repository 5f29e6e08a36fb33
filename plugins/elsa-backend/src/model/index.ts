export type { CatalogEnvironment } from './CatalogEnvironment';
export * from './parts';
export { CATALOG_SOURCE_ID, sourceId } from './sourceId';
