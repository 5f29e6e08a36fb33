import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import elsaPlugin, { elsaApiRef } from '../src';
import {
  burning,
  recordedEnvironments,
  RecordedElsaApi,
  unmeasured,
} from './__data__';
import { recordedEntities } from './__data__/entities';
import { manySummaries } from './__data__/manySummaries';

const environments = [...recordedEnvironments(), burning(), unmeasured()];

/** `?rows=5000` in the address adds that many rows to the table. */
const further = Number(new URLSearchParams(window.location.search).get('rows'));

const recordedStatus = createFrontendModule({
  pluginId: 'elsa',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: elsaApiRef,
          deps: {},
          factory: () =>
            new RecordedElsaApi(environments, manySummaries(further)),
        }),
    }),
  ],
});

const recordedCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () =>
            catalogApiMock({ entities: recordedEntities(environments) }),
        }),
    }),
  ],
});

createDevApp({
  features: [
    catalogPlugin,
    orgPlugin,
    elsaPlugin,
    recordedStatus,
    recordedCatalog,
  ],
});
