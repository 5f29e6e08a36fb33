import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField, type TestApi } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { EnvironmentName } from './EnvironmentName';
import { environmentNameField } from './field';

const taken = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-production', namespace: 'default' },
  spec: { type: 'elsa-environment' },
};

const withCatalog = (api: unknown): TestApi[] => [[catalogApiRef, api]];

describe('EnvironmentName', () => {
  const apis = withCatalog(catalogApiMock({ entities: [taken] }));

  it('should say that a name is free once the catalog was asked', async () => {
    const { onChange } = renderField(EnvironmentName, { apis });
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Name/ }),
      'orders-staging',
    );
    expect(await screen.findByText('This name is available')).toBeVisible();
    expect(onChange).toHaveBeenLastCalledWith('orders-staging');
  });

  it('should name the entity that already has the name', async () => {
    renderField(EnvironmentName, { apis, formData: 'payments-production' });
    expect(
      await screen.findByText(
        /already contains component:default\/payments-production/,
      ),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Name/ })).toBeInvalid();
  });

  it('should show what is wrong while it is typed, without asking the catalog', async () => {
    const catalogApi = catalogApiMock.mock();
    renderField(EnvironmentName, {
      apis: withCatalog(catalogApi),
      formData: 'Payments_Production',
    });
    const input = await screen.findByRole('textbox', { name: /Name/ });
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(/Use lower-case letters/);
    expect(catalogApi.getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('should say when the catalog could not be asked', async () => {
    const catalogApi = catalogApiMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('catalog is down');
      },
    });
    renderField(EnvironmentName, {
      apis: withCatalog(catalogApi),
      formData: 'orders',
    });
    expect(
      await screen.findByText(/Could not check whether.*catalog is down/),
    ).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Name/ })).toBeValid();
  });

  it.each([
    ['payments-production', /already contains/],
    ['-payments', /name/i],
    ['payments--'.padEnd(80, 'x'), /characters|long/],
  ])('should not let %s pass the page', async (name, message) => {
    expect(await runValidation(environmentNameField, name, { apis })).toEqual([
      expect.stringMatching(message),
    ]);
  });

  it('should let a free name pass the page', async () => {
    expect(
      await runValidation(environmentNameField, 'orders', { apis }),
    ).toEqual([]);
  });
});
