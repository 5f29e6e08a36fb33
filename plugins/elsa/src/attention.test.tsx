import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  AlertStatus,
  SloStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import * as data from '../dev/__data__';
import { alert, burnRates, slo } from '../dev/__data__/parts';
import { renderPage, renderTab } from './__testUtils__/renderElsa';

// A whole page is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

/** Every pod is ready, and almost every request fails. */
const burningSlo = (overrides: Partial<SloStatus> = {}): SloStatus =>
  slo('availability', 'Public address answers', 0.998, {
    state: 'burning-fast',
    remaining: 0.3,
    burnRates: burnRates(470),
    exhaustionSeconds: 1_654,
    ...overrides,
  });

const named = (
  name: string,
  overrides: { slos?: SloStatus[]; alerts?: AlertStatus[] },
) =>
  data.healthy({ name, entityRef: `component:default/${name}`, ...overrides });

const critical = (name: string) =>
  alert(name, { severity: 'critical', state: 'firing' });

const banner = () => screen.findByRole('region', { name: 'Health' });

describe('what is worse than the health', () => {
  it.each<[string, Parameters<typeof named>[1], RegExp, string]>([
    [
      'a budget that burns',
      { slos: [burningSlo()] },
      /^Healthy now, but availability burns 470×: budget gone in 28 min\.$/,
      '#elsa-slos',
    ],
    [
      'a budget that burns of which nobody knows for how long',
      { slos: [burningSlo({ exhaustionSeconds: null })] },
      /^Healthy now, but availability burns 470×\.$/,
      '#elsa-slos',
    ],
    [
      'a budget that is gone',
      { slos: [burningSlo({ state: 'exhausted', remaining: -0.2 })] },
      /^Healthy now, but the error budget of availability is used up\.$/,
      '#elsa-slos',
    ],
    [
      'critical alerts',
      { alerts: ['A', 'B', 'C', 'D'].map(critical) },
      /^Healthy now, but 4 critical alerts are firing\.$/,
      '#elsa-alerts',
    ],
  ])('should be said by the banner: %s', async (_, overrides, text, target) => {
    renderTab(data.healthy(overrides));
    const found = within(await banner());
    expect(found.getByText(text)).toBeInTheDocument();
    expect(
      found.queryByText('Every component that could be read is healthy.'),
    ).not.toBeInTheDocument();
    // Health itself stays the fact that it is.
    expect(found.getByText('Healthy')).toBeInTheDocument();
    expect(
      found
        .getAllByRole('link')
        .some(link => link.getAttribute('href')?.endsWith(target)),
    ).toBe(true);
    await waitFor(() =>
      expect(document.getElementById(target.slice(1))).toBeInTheDocument(),
    );
  });

  it('should not be made up where a silenced alert is all there is', async () => {
    renderTab(
      data.healthy({ alerts: [{ ...critical('A'), isSilenced: true }] }),
    );
    expect(
      within(await banner()).getByText(
        'Every component that could be read is healthy.',
      ),
    ).toBeInTheDocument();
  });

  it('should be said by the card', async () => {
    renderTab(named('card-burning', { slos: [burningSlo()] }), {
      extension: 'entity-card:elsa',
    });
    expect(
      await screen.findByText(/^Healthy now, but availability burns 470×/),
    ).toBeInTheDocument();
  });

  it('should be announced when it begins', async () => {
    const user = userEvent.setup();
    const before = named('becomes-worse', {});
    renderTab(before, {
      api: {
        refreshEnvironment: async () => ({ ...before, slos: [burningSlo()] }),
      },
    });
    await user.click(
      await screen.findByRole('button', { name: 'Refresh now' }),
    );
    expect(
      await screen.findByText(
        /^becomes-worse is now Healthy. Healthy now, but availability burns/,
      ),
    ).toBeInTheDocument();
  });

  it('should put an environment on top of green ones in the list, and count apart', async () => {
    const user = userEvent.setup();
    renderPage({
      address: '/elsa?owner=all',
      environments: [
        named('a-green', {}),
        named('c-alerting', { alerts: [critical('A')] }),
        named('b-burning', { slos: [burningSlo()] }),
        { ...data.crashLoop(), name: 'd-broken' },
      ],
    });
    const names = async () =>
      within(await screen.findByRole('table', { name: 'Elsa environments' }))
        .getAllByRole('rowheader')
        .map(cell => within(cell).getByRole('link').textContent);
    await expect(names()).resolves.toEqual([
      'd-broken',
      'b-burning',
      'c-alerting',
      'a-green',
    ]);
    expect(
      screen.getByText(/^Healthy now, but availability burns 470×/),
    ).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '1 Healthy' })).toBeVisible();
    expect(
      screen.getByRole('button', { name: '1 Healthy, alerts firing' }),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: '1 Healthy, budget burning' }),
    );
    await waitFor(async () => expect(await names()).toEqual(['b-burning']));
    // All of them are still counted.
    await user.click(screen.getByRole('button', { name: '1 Healthy' }));
    await waitFor(async () => expect(await names()).toEqual(['a-green']));
  });
});
