import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ElsaApi } from '@elsa-portal/backstage-plugin-elsa-common/api';

/**
 * Reads the status of Elsa environments. Replace it to serve the tab, the card
 * and the environments page from somewhere else.
 *
 * @public
 */
export const elsaApiRef = createApiRef<ElsaApi>().with({
  id: 'plugin.elsa.status',
  pluginId: 'elsa',
});
