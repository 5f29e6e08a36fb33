import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  ELSA_ENVIRONMENT_TYPE,
  KUBERNETES_CLUSTER_ANNOTATION,
} from '@elsa-portal/backstage-plugin-elsa-common';
import useAsync from 'react-use/esm/useAsync';

const OWNER_FACET = 'relations.ownedBy';
const CLUSTER_FACET = `metadata.annotations.${KUBERNETES_CLUSTER_ANNOTATION}`;

export interface FilterOptions {
  owners: string[];
  clusters: string[];
}

const NONE: FilterOptions = { owners: [], clusters: [] };

/** Owners and clusters that environments in the catalog name. Without an answer there is no choice. */
export function useFilterOptions(): FilterOptions {
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(async () => {
    const { facets } = await catalogApi.getEntityFacets({
      facets: [OWNER_FACET, CLUSTER_FACET],
      filter: { kind: 'Component', 'spec.type': ELSA_ENVIRONMENT_TYPE },
    });
    const values = (facet: string) =>
      (facets[facet] ?? []).map(entry => entry.value).sort();
    return { owners: values(OWNER_FACET), clusters: values(CLUSTER_FACET) };
  }, [catalogApi]);
  return value ?? NONE;
}
