import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { HomePage } from './HomePage';

describe('HomePage', () => {
  it('should lead to the form, the environments and the catalog', async () => {
    renderInTestApp(<HomePage />);
    expect(
      await screen.findByRole('link', { name: 'Open the form' }),
    ).toHaveAttribute(
      'href',
      '/create/templates/default/create-elsa-environment',
    );
    expect(
      screen.getByRole('link', { name: 'Open environments' }),
    ).toHaveAttribute('href', '/elsa');
    expect(
      screen.getByRole('link', { name: 'Open the catalog' }),
    ).toHaveAttribute('href', expect.stringContaining('elsa-environment'));
  });
});
