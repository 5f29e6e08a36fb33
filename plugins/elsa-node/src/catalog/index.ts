export { catalogEntities, type CatalogEntity } from './entities';
export { dataServices, PROVIDER_TITLES } from './dataServices';
