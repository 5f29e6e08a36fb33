export { catalogEntities, type CatalogEntity } from './entities';
export { dataServices } from './dataServices';
