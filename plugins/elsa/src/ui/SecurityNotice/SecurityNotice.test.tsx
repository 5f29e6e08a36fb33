import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderPage, renderTab } from '../../__testUtils__/renderElsa';
import { healthy } from '../../../dev/__data__';

// A whole page is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const IMAGE = 'elsaworkflows/elsa-server-app:3.6.1';
const FINDING = {
  id: 'public-credentials-3.6',
  version: '3.6',
  image: IMAGE,
  pods: 1,
};
const found = () => ({
  ...healthy({
    name: 'partners-staging',
    entityRef: 'component:default/partners-staging',
  }),
  securityFindings: [FINDING],
});

describe('an environment that accepts published credentials', () => {
  it('should say in the tab, beside the health, what runs and what to do', async () => {
    renderTab(found());
    expect(
      await screen.findByText(/Elsa 3\.6 accepts .*public-credentials-3\.6/),
    ).toBeVisible();
    expect(
      screen.getByText(/elsa-server-app:3\.6\.1 .*Upgrade to Elsa 3\.9/),
    ).toBeVisible();
  });

  it('should be marked on the card', async () => {
    renderTab(found(), { extension: 'entity-card:elsa' });
    expect(await screen.findByText('Open to anyone')).toBeVisible();
  });

  it('should not be claimed of one without a finding', async () => {
    renderTab(healthy(), { extension: 'entity-card:elsa' });
    expect(await screen.findByText('Healthy')).toBeVisible();
    expect(screen.queryByText('Open to anyone')).not.toBeInTheDocument();
  });
});

describe('the list of those that accept published credentials', () => {
  const names = () =>
    within(screen.getByRole('table', { name: 'Elsa environments' }))
      .getAllByRole('rowheader')
      .map(cell => within(cell).getByRole('link').textContent);
  const environments = () => [healthy(), found()];
  const ALL = '/elsa?owner=all';

  it('should open by a press on their number, and close by another', async () => {
    const user = userEvent.setup();
    const { listEnvironments } = renderPage({
      address: ALL,
      environments: environments(),
    });
    const total = await screen.findByRole('button', {
      name: '1 Security findings',
      pressed: false,
    });
    expect(names()).toHaveLength(2);
    await user.click(total);
    await waitFor(() => expect(names()).toEqual(['partners-staging']));
    expect(listEnvironments).toHaveBeenLastCalledWith(
      expect.objectContaining({ hasSecurityFindings: true }),
      expect.anything(),
    );
    await user.click(
      screen.getByRole('button', {
        name: '1 Security findings',
        pressed: true,
      }),
    );
    await waitFor(() => expect(names()).toHaveLength(2));
  });

  it('should be what the address says, and the way out be offered where it is empty', async () => {
    const user = userEvent.setup();
    renderPage({
      address: `${ALL}&security=findings`,
      environments: [healthy()],
    });
    expect(
      await screen.findByRole('button', { name: '0 Security findings' }),
    ).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: /Clear filters/ }));
    await waitFor(() => expect(names()).toEqual([healthy().name]));
  });

  it('should have no number where there are none', async () => {
    renderPage({ address: ALL, environments: [healthy()] });
    await screen.findByRole('table', { name: 'Elsa environments' });
    expect(
      screen.queryByRole('button', { name: /Security findings/ }),
    ).not.toBeInTheDocument();
  });

  it('should tell those who look after clusters what runs outside of the catalog', async () => {
    const item = {
      cluster: 'production-eu',
      health: 'Healthy' as const,
      firstSeenAt: '2026-11-01T00:00:00Z',
      lastSeenAt: '2026-11-20T00:00:00Z',
    };
    renderPage({
      address: ALL,
      api: {
        listUnregistered: async () => ({
          items: [
            {
              ...item,
              name: 'old',
              namespace: 'a',
              securityFindings: [FINDING],
            },
            { ...item, name: 'new', namespace: 'b' },
          ],
        }),
      },
    });
    expect(
      await screen.findByText('1 of these environments is open to anyone'),
    ).toBeVisible();
    const table = within(
      screen.getByRole('table', {
        name: 'Environments not in the catalog',
      }),
    );
    const row = (name: RegExp) => within(table.getByRole('row', { name }));
    expect(row(/^old/).getByText('Open to anyone')).toBeVisible();
    expect(row(/^old/).getByText(IMAGE)).toBeVisible();
    expect(row(/^new/).queryByText('Open to anyone')).not.toBeInTheDocument();
  });
});
