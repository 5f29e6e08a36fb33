import type { CatalogApi } from '@backstage/plugin-catalog-react';
import type { Entity } from '@backstage/catalog-model';
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
  catalogApi: Pick<CatalogApi, 'getEntityByRef'>,
): Promise<Entity | undefined> {
  return catalogApi.getEntityByRef({
    kind: 'Component',
    namespace: NAMESPACE,
    name,
  });
}
