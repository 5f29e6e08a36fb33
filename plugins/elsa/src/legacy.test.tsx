import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { identityApiRef } from '@backstage/core-plugin-api';
import { configure, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Route, Routes } from 'react-router-dom';
import { crashLoop, healthy, RecordedElsaApi } from '../dev/__data__';
import { environmentEntity } from '../dev/__data__/entities';
import {
  elsaApiRef,
  elsaLegacyPlugin,
  ElsaEnvironmentsPage,
  EntityElsaCard,
  EntityElsaContent,
  isElsaAvailable,
} from './legacy';

configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const status = crashLoop();
const entity = environmentEntity(status);

function renderLegacy(element: ReactElement) {
  return renderInTestApp(
    <TestApiProvider
      apis={[
        [elsaApiRef, new RecordedElsaApi([status, healthy()])],
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        [identityApiRef, mockApis.identity({ ownershipEntityRefs: [] })],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );
}

describe('on the old frontend system', () => {
  it('should show the tab', async () => {
    await renderLegacy(
      <Routes>
        <Route path="/" element={<EntityElsaContent />} />
      </Routes>,
    );
    expect(
      await screen.findByRole('article', { name: 'Components' }),
    ).toBeInTheDocument();
  });

  it('should show the card', async () => {
    await renderLegacy(<EntityElsaCard />);
    expect(await screen.findByText('Degraded')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Open the Elsa tab' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/payments-staging/elsa',
    );
  });

  it('should show the environments page', async () => {
    await renderLegacy(
      <Routes>
        <Route path="/" element={<ElsaEnvironmentsPage />} />
      </Routes>,
    );
    expect(
      await screen.findByRole('link', { name: 'payments-staging' }),
    ).toBeInTheDocument();
  });

  it('should bring its own client', () => {
    expect(
      [...elsaLegacyPlugin.getApis()].map(factory => factory.api.id),
    ).toEqual(['plugin.elsa.status']);
  });

  it('should know to which entities the tab belongs', () => {
    expect(isElsaAvailable(entity)).toBe(true);
    expect(isElsaAvailable({ ...entity, metadata: { name: 'x' } })).toBe(false);
  });
});
