import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The environments page. */
export const rootRouteRef = createRouteRef();

/** The tab on an environment's entity page. */
export const entityContentRouteRef = createRouteRef();

/** Path of the tab below the entity page, unless the app's configuration says otherwise. @public */
export const ENTITY_TAB_PATH = 'elsa';
