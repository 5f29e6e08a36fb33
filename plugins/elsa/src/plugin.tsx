import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { ELSA_ENVIRONMENT_ANNOTATION } from '@elsa-portal/backstage-plugin-elsa-common';
import { ElsaClient } from '@elsa-portal/backstage-plugin-elsa-common/api';
import { RiFlowChart } from '@remixicon/react';
import { elsaApiRef } from './data/elsaApiRef';
import {
  ENTITY_TAB_PATH,
  entityContentRouteRef,
  rootRouteRef,
} from './data/routes';

/** A predicate, so that the app's configuration can replace it. */
const belongsToEnvironment = {
  [`metadata.annotations.${ELSA_ENVIRONMENT_ANNOTATION}`]: { $exists: true },
};

const elsaApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: elsaApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new ElsaClient(deps),
    }),
});

const environmentsPage = PageBlueprint.make({
  params: {
    path: '/elsa',
    routeRef: rootRouteRef,
    title: 'Elsa',
    icon: <RiFlowChart />,
    loader: () =>
      import('./list/EnvironmentsPage').then(m => <m.EnvironmentsPage />),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: `/${ENTITY_TAB_PATH}`,
    title: 'Elsa',
    // No group: in one with other tabs it would hide in a drop-down.
    icon: <RiFlowChart />,
    routeRef: entityContentRouteRef,
    filter: belongsToEnvironment,
    loader: () => import('./tab/ElsaContent').then(m => <m.ElsaContent />),
  },
});

const entityEnvironmentsContent = EntityContentBlueprint.make({
  name: 'environments',
  params: {
    path: '/elsa-environments',
    title: 'Elsa environments',
    icon: <RiFlowChart />,
    filter: { kind: { $in: ['system', 'group'] } },
    loader: () =>
      import('./list/EntityEnvironments').then(m => <m.EntityEnvironments />),
  },
});

const entityCard = EntityCardBlueprint.make({
  params: {
    type: 'info',
    filter: belongsToEnvironment,
    loader: () => import('./card/ElsaCard').then(m => <m.ElsaCard />),
  },
});

/**
 * The Elsa tab, the overview card and the environments page.
 *
 * @public
 */
export const elsaPlugin = createFrontendPlugin({
  pluginId: 'elsa',
  title: 'Elsa',
  icon: <RiFlowChart />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, entityContent: entityContentRouteRef },
  extensions: [
    elsaApi,
    environmentsPage,
    entityContent,
    entityEnvironmentsContent,
    entityCard,
  ],
});
