import {
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { RiHome4Line } from '@remixicon/react';

const rootRouteRef = createRouteRef();

/** Landing page that leads to the three things a user comes for. */
export const homePlugin = createFrontendPlugin({
  pluginId: 'welcome',
  title: 'Home',
  icon: <RiHome4Line />,
  routes: { root: rootRouteRef },
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        title: 'Home',
        routeRef: rootRouteRef,
        loader: () => import('./HomePage').then(m => <m.HomePage />),
      },
    }),
  ],
});
