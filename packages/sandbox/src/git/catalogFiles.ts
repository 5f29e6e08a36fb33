import type { Repositories, Repository } from './repositories';

/** What the generator names the file in which a repository describes itself. */
export const CATALOG_FILE = 'catalog-info.yaml';

/**
 * Repositories whose branch `main` has a catalog file. Others would be dead
 * targets in the catalog: empty ones, which a push that failed leaves behind,
 * and those that hold something else.
 */
export async function repositoriesInCatalog(
  repositories: Repositories,
): Promise<Repository[]> {
  const present = await repositories.list();
  const readable = await Promise.all(
    present.map(async repository => {
      const head = await repositories.head(repository, 'main');
      return (
        head !== undefined &&
        (await repositories.read(repository, head, CATALOG_FILE)) !== undefined
      );
    }),
  );
  return present.filter((_, index) => readable[index]);
}
