import type { CatalogEnvironment } from '../model';

/** An environment as the catalog reader gives it. */
export function catalogEnvironment(
  fixture: Partial<CatalogEnvironment> & { name: string },
): CatalogEnvironment {
  return {
    entityRef: `component:default/${fixture.name}`,
    owner: 'group:default/payments',
    ownership: 'owned',
    lifecycle: 'production',
    cluster: 'production-eu',
    namespace: fixture.name,
    links: [],
    aliases: [],
    ...fixture,
  };
}
