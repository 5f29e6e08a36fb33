import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { checkField, describeIssue } from '../../utils/draftSpec';

// Entities of generated repositories are in the default namespace.
const NAMESPACE = 'default';

/** What is wrong with a name by Kubernetes' and our own rules. */
export function findNameProblem(name: string): string | undefined {
  const issue = checkField('metadata.name', { metadata: { name } });
  return issue && describeIssue(issue);
}

/** The entity that already has this name, if any. */
export async function findNamesake(
  name: string,
  catalogApi: Pick<CatalogApi, 'getEntitiesByRefs'>,
): Promise<Entity | undefined> {
  // Asked by a list, as a single entity that is not there is a 404, which
  // browsers report as an error although a free name is what we hope for.
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs: [
      stringifyEntityRef({ kind: 'Component', namespace: NAMESPACE, name }),
    ],
    fields: ['kind', 'metadata.namespace', 'metadata.name'],
  });
  return items[0];
}
