import type { Entity } from '@backstage/catalog-model';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  createRouteRef,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ELSA_ENVIRONMENT_ANNOTATION } from '@elsa-portal/backstage-plugin-elsa-common';
import { ElsaClient } from '@elsa-portal/backstage-plugin-elsa-common/api';
import { elsaApiRef } from './data/elsaApiRef';

const rootRouteRef = createRouteRef({ id: 'elsa' });
const entityContentRouteRef = createRouteRef({ id: 'elsa:entity-content' });
const entityEnvironmentsRouteRef = createRouteRef({
  id: 'elsa:entity-environments',
});

/**
 * The plugin for portals on the old frontend system.
 *
 * @public
 */
export const elsaLegacyPlugin = createPlugin({
  id: 'elsa',
  apis: [
    createApiFactory({
      api: elsaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ElsaClient(deps),
    }),
  ],
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
});

/**
 * Whether an entity belongs to an Elsa environment: the condition of the tab
 * and of the card.
 *
 * @public
 */
export function isElsaAvailable(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.[ELSA_ENVIRONMENT_ANNOTATION]);
}

/**
 * The page with all environments, for a route such as `/elsa`.
 *
 * @public
 */
export const ElsaEnvironmentsPage = elsaLegacyPlugin.provide(
  createRoutableExtension({
    name: 'ElsaEnvironmentsPage',
    component: () =>
      import('./list/LegacyEnvironmentsPage').then(
        m => m.LegacyEnvironmentsPage,
      ),
    mountPoint: rootRouteRef,
  }),
);

/**
 * The Elsa tab, for an `EntityLayout.Route` at `/elsa`.
 *
 * @public
 */
export const EntityElsaContent = elsaLegacyPlugin.provide(
  createRoutableExtension({
    name: 'EntityElsaContent',
    component: () => import('./tab/ElsaContent').then(m => m.ElsaContent),
    mountPoint: entityContentRouteRef,
  }),
);

/**
 * The environments of a System or a Group, for an `EntityLayout.Route`.
 *
 * @public
 */
export const EntityElsaEnvironmentsContent = elsaLegacyPlugin.provide(
  createRoutableExtension({
    name: 'EntityElsaEnvironmentsContent',
    component: () =>
      import('./list/EntityEnvironments').then(m => m.EntityEnvironments),
    mountPoint: entityEnvironmentsRouteRef,
  }),
);

/**
 * The overview card.
 *
 * @public
 */
export const EntityElsaCard = elsaLegacyPlugin.provide(
  createComponentExtension({
    name: 'EntityElsaCard',
    component: {
      lazy: () => import('./card/ElsaCard').then(m => m.ElsaCard),
    },
  }),
);
