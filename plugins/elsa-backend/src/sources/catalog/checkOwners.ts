import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogEnvironment } from '../../model';

/** Owners of one question. */
const PAGE = 500;

/** Writes into each environment whether its owner is in the catalog. */
export async function checkOwners(
  { catalog, auth }: { catalog: CatalogService; auth: AuthService },
  environments: CatalogEnvironment[],
): Promise<void> {
  const owners = [...new Set(environments.flatMap(({ owner }) => owner ?? []))];
  const existing = new Set<string>();
  for (let start = 0; start < owners.length; start += PAGE) {
    const entityRefs = owners.slice(start, start + PAGE);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    items.forEach((entity, index) => {
      if (entity) {
        existing.add(entityRefs[index]);
      }
    });
  }
  for (const environment of environments) {
    environment.ownership = ownershipOf(environment.owner, existing);
  }
}

function ownershipOf(
  owner: string | undefined,
  existing: ReadonlySet<string>,
): CatalogEnvironment['ownership'] {
  if (owner === undefined) {
    return 'unowned';
  }
  return existing.has(owner) ? 'owned' : 'owner-missing';
}
