import {
  cleanup,
  configure,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as data from '../dev/__data__';
import { slo } from '../dev/__data__/parts';
import { renderTab } from './__testUtils__/renderElsa';

// A whole page is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const mockLoaded = jest.fn();

jest.mock('recharts', () => {
  mockLoaded();
  return jest.requireActual('recharts');
});

describe('the chart library', () => {
  it('should be loaded when a chart is first drawn, and not before', async () => {
    renderTab(data.healthy({ slos: [] }));
    // At a glance, and in the details that come after it.
    await waitFor(() =>
      expect(
        screen.getAllByText('No SLO is defined for this environment.'),
      ).toHaveLength(2),
    );
    expect(mockLoaded).not.toHaveBeenCalled();
    cleanup();

    renderTab(data.healthy());
    expect(
      await screen.findByRole('img', { name: /^Error budget left: from/ }),
    ).toBeInTheDocument();
    expect(mockLoaded).toHaveBeenCalledTimes(1);
  });
});

describe('the charts of an SLO', () => {
  const burning = () =>
    data.healthy({
      slos: [
        slo('success', 'Requests succeed', 0.999, { state: 'burning-fast' }),
      ],
    });

  it('should show budget, level, burn rate and traffic, and end with the figures beside them', async () => {
    const status = burning();
    renderTab(status);
    const [{ burnRates, remaining }] = status.slos;
    const percent = `${Math.floor(remaining! * 1000) / 10}%`;
    expect(
      await screen.findByRole('img', {
        name: new RegExp(`^Error budget left: from 100% to ${percent},`),
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', { name: /^Service level over time: from/ }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: new RegExp(
          `^Burn rate over 1 hour: from .* to ${burnRates['1h']}×, highest 38×`,
        ),
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('img', {
        name: /^Traffic per second: from .* per second/,
      }),
    ).toBeInTheDocument();
    expect(screen.getByText('Alerts at 14.4×, 6×, 3×, 1×')).toBeInTheDocument();
    // Nobody spends a rolling window evenly.
    expect(screen.queryByText('Steady burn')).not.toBeInTheDocument();
  });

  it('should say in words what they mark', async () => {
    renderTab({
      ...burning(),
      deployments: [
        {
          at: new Date(Date.now() - 3_600_000).toISOString(),
          component: 'server',
          name: 'payments-production-server',
          revision: '7',
        },
        { at: '2020-01-01T00:00:00.000Z', component: 'server', name: 'old' },
      ],
    });
    expect(
      await screen.findByText(/^ElsaErrorBudgetBurn \(critical\): .*, for/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/^payments-production-server \(7\): /),
    ).toBeInTheDocument();
    expect(screen.queryByText(/^old/)).not.toBeInTheDocument();
  });

  it('should be read for the period that the reader chooses', async () => {
    const user = userEvent.setup();
    const status = burning();
    const recorded = new data.RecordedElsaApi([status]);
    const getSloSeries = jest.fn(recorded.getSloSeries.bind(recorded));
    renderTab(status, { api: { getSloSeries } });
    const period = within(await screen.findByRole('group', { name: 'Period' }));
    expect(
      period.getAllByRole('button').map(button => button.textContent),
    ).toEqual(['1 hr', '6 hr', '1 day', '7 days', '30 days']);
    expect(
      period.getByRole('button', { name: '30 days', pressed: true }),
    ).toBeVisible();
    await user.click(period.getByRole('button', { name: '6 hr' }));
    await waitFor(() =>
      expect(getSloSeries).toHaveBeenLastCalledWith(
        status.entityRef,
        'success',
        expect.objectContaining({ rangeSeconds: 21_600 }),
        expect.anything(),
      ),
    );
    expect(
      period.getByRole('button', { name: '6 hr', pressed: true }),
    ).toBeVisible();
  });
});
