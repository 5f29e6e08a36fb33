import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { FreshnessContext } from '../freshness/freshness';
import type { CatalogEnvironment } from '../model';
import { composeStatus } from './composeStatus';

/**
 * An environment that the catalog has and that nobody has collected yet. Says
 * nothing of the cluster that it names: whether it is its own is not decided.
 */
export function composeNewcomer(
  catalog: CatalogEnvironment,
  context: FreshnessContext,
): EnvironmentStatus {
  const status = composeStatus(
    {
      entityRef: catalog.entityRef,
      catalog,
      health: 'Unknown',
      isPartial: false,
      claim: { state: 'refused' },
      changeKey: '',
      revision: 0,
    },
    context,
  );
  return {
    ...status,
    health: {
      status: 'Unknown',
      isPartial: false,
      reasons: [
        {
          code: 'NotCollected',
          health: 'Unknown',
          component: 'other',
          message: `The catalog has ${catalog.name} only since a moment ago; its cluster is read within two minutes.`,
          runbook: 'source-unavailable',
        },
      ],
    },
  };
}
