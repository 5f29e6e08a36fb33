import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ExampleSignInPage } from './ExampleSignInPage';

const mockProxied = jest.fn((_props: { provider: string }) => null);
jest.mock('@backstage/core-components', () => ({
  ...jest.requireActual('@backstage/core-components'),
  ProxiedSignInPage: (props: { provider: string }) => mockProxied(props),
}));

describe('ExampleSignInPage', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('should sign in as the chosen person and remember it for the tab', async () => {
    const { unmount } = renderInTestApp(
      <ExampleSignInPage onSignInSuccess={jest.fn()} />,
    );
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Sign in as Olivia of Orders',
      }),
    );
    expect(mockProxied).toHaveBeenLastCalledWith(
      expect.objectContaining({ provider: 'example-orders' }),
    );
    unmount();
    mockProxied.mockClear();

    renderInTestApp(<ExampleSignInPage onSignInSuccess={jest.fn()} />);
    await waitFor(() =>
      expect(mockProxied).toHaveBeenLastCalledWith(
        expect.objectContaining({ provider: 'example-orders' }),
      ),
    );
  });

  it('should ignore a remembered provider that does not exist', async () => {
    window.sessionStorage.setItem('elsa-portal:example-user', 'root');
    renderInTestApp(<ExampleSignInPage onSignInSuccess={jest.fn()} />);
    expect(
      await screen.findByRole('button', {
        name: 'Sign in as Guest of Payments',
      }),
    ).toBeInTheDocument();
  });
});
