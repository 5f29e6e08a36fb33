import { createApp } from '@backstage/app-defaults';
import { AppRouter, FlatRoutes } from '@backstage/core-app-api';
import { createApiFactory } from '@backstage/core-plugin-api';
import {
  CatalogEntityPage,
  CatalogIndexPage,
  EntityLayout,
  EntitySwitch,
} from '@backstage/plugin-catalog';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { mockApis } from '@backstage/test-utils';
import { configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route } from 'react-router-dom';
import { crashLoop, healthy, RecordedElsaApi } from '../dev/__data__';
import { recordedEntities } from '../dev/__data__/entities';
import {
  elsaApiRef,
  ElsaEnvironmentsPage,
  EntityElsaCard,
  EntityElsaContent,
  EntityElsaEnvironmentsContent,
  isElsaAvailable,
} from './legacy';

// A whole app is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 30_000 });
jest.setTimeout(120_000);

const environments = [crashLoop(), healthy()];

/** An app of the old frontend system, as its README says to put it together. */
function createLegacyApp() {
  const app = createApp({
    configLoader: async () => [
      {
        context: 'test',
        data: {
          app: { title: 'Legacy portal', baseUrl: 'http://localhost' },
          backend: { baseUrl: 'http://localhost' },
        },
      },
    ],
    apis: [
      createApiFactory(elsaApiRef, new RecordedElsaApi(environments)),
      createApiFactory(
        catalogApiRef,
        catalogApiMock({ entities: recordedEntities(environments) }),
      ),
      createApiFactory(permissionApiRef, mockApis.permission()),
    ],
  });
  const entityPage = (
    <EntityLayout>
      <EntityLayout.Route path="/" title="Overview">
        <EntitySwitch>
          <EntitySwitch.Case if={isElsaAvailable}>
            <EntityElsaCard />
          </EntitySwitch.Case>
        </EntitySwitch>
      </EntityLayout.Route>
      <EntityLayout.Route path="/elsa" title="Elsa" if={isElsaAvailable}>
        <EntityElsaContent />
      </EntityLayout.Route>
      <EntityLayout.Route path="/elsa-environments" title="Elsa environments">
        <EntityElsaEnvironmentsContent />
      </EntityLayout.Route>
    </EntityLayout>
  );
  return app.createRoot(
    <AppRouter>
      <FlatRoutes>
        <Route path="/elsa" element={<ElsaEnvironmentsPage />} />
        <Route path="/catalog" element={<CatalogIndexPage />} />
        <Route
          path="/catalog/:namespace/:kind/:name"
          element={<CatalogEntityPage />}
        >
          {entityPage}
        </Route>
      </FlatRoutes>
    </AppRouter>,
  );
}

function open(address: string) {
  window.history.replaceState(undefined, '', address);
  const App = createLegacyApp();
  render(<App />);
}

describe('an app of the old frontend system', () => {
  it('should lead from the environments page to the tab of one', async () => {
    const user = userEvent.setup();
    // Nobody signs in here, so nothing is the guest's own.
    open('/elsa?owner=all');
    await user.click(
      await screen.findByRole('link', { name: 'payments-staging' }),
    );
    const components = await screen.findByRole('article', {
      name: 'Components',
    });
    expect(within(components).getByText(/1 of 2 ready/)).toBeInTheDocument();
    expect(window.location.pathname).toBe(
      '/catalog/default/component/payments-staging/elsa',
    );
  });

  it('should lead from the card to the tab', async () => {
    const user = userEvent.setup();
    open('/catalog/default/component/payments-production');
    await user.click(
      await screen.findByRole('link', { name: 'Open the Elsa tab' }),
    );
    expect(
      await screen.findByRole('article', { name: 'Delivery' }),
    ).toBeInTheDocument();
  });

  it('should list the environments of a group', async () => {
    open('/catalog/default/group/payments/elsa-environments');
    const table = await screen.findByRole('table', {
      name: 'Elsa environments',
    });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
  });
});
