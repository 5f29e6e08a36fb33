import { isStorable } from '../../text';
import type { CatalogEnvironment } from '../../model';
import { checkOwners } from './checkOwners';
import type { ReadCatalogOptions } from './readCatalog';
import { toCatalogError } from './toCatalogError';
import { toEnvironment } from './toEnvironment';

/**
 * Reads one entity, which the catalog may have got since all were read.
 *
 * @returns undefined when it is no environment
 * @throws UpstreamError
 */
export async function readEntity(
  options: Pick<ReadCatalogOptions, 'catalog' | 'auth' | 'names'>,
  entityRef: string,
): Promise<CatalogEnvironment | undefined> {
  const { catalog, auth, names } = options;
  try {
    const entity = await catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
    if (
      entity?.kind !== 'Component' ||
      entity.spec?.type !== names.environmentType ||
      !isStorable(entityRef)
    ) {
      return undefined;
    }
    const environment = toEnvironment(entity, names);
    await checkOwners(options, [environment]);
    return environment;
  } catch (error) {
    throw toCatalogError(error);
  }
}
