import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { SourceStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import * as data from '../dev/__data__';
import { alert, burnRates, slo, sources } from '../dev/__data__/parts';
import { renderPage, renderTab } from './__testUtils__/renderElsa';

// A whole page is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const panel = (name: string) => screen.findByRole('article', { name });

const NO_PROMETHEUS = sources('production-eu', {
  prometheus: { state: 'not-configured', lastSuccessAt: undefined },
});

describe('SLOs that nobody measures', () => {
  const unmeasured = slo('success', 'Success', 0.999, {
    state: 'no-data',
    remaining: null,
    errorRatio: null,
    burnRates: burnRates(null),
    from: 'none',
    unmeasured: 'not-configured',
  });

  it('should be named, with why and what to do', async () => {
    const getSloSeries = jest.fn();
    renderTab(data.healthy({ slos: [unmeasured], sources: NO_PROMETHEUS }), {
      api: { getSloSeries },
    });
    const slos = within(await panel('SLOs'));
    expect(slos.getByText('Success')).toBeInTheDocument();
    expect(
      slos.getByText(
        'Not measured: no Prometheus is configured for this cluster.',
      ),
    ).toBeInTheDocument();
    expect(slos.getByText(/elsa\.prometheus/)).toBeInTheDocument();
    // In the details too, where there is no chart to be asked for.
    await waitFor(() =>
      expect(screen.getAllByText(/^Not measured:/)).toHaveLength(2),
    );
    expect(
      screen.queryByText('No SLO is defined for this environment.'),
    ).not.toBeInTheDocument();
    expect(getSloSeries).not.toHaveBeenCalled();
  });

  it('should not be called undefined where none is known and nothing measures', async () => {
    renderTab(data.healthy({ slos: [], sources: NO_PROMETHEUS }));
    expect(
      within(await panel('SLOs')).getByText(
        /^No rules in the cluster define SLOs, and no Prometheus is configured/,
      ),
    ).toBeInTheDocument();
  });
});

describe('the alerts card', () => {
  it('should say how many it does not list', async () => {
    renderTab(
      data.healthy({
        alerts: ['A', 'B', 'C', 'D', 'E', 'E'].map(name => alert(name)),
      }),
    );
    const alerts = within(await panel('Alerts'));
    expect(alerts.getByText('6 firing')).toBeInTheDocument();
    expect(alerts.getByText('and 3 more firing')).toBeInTheDocument();
  });
});

describe('what a source says', () => {
  const withCluster = (cluster: Partial<SourceStatus>) =>
    data.healthy({
      sources: sources('production-eu', { kubernetes: cluster }),
    });
  const at = '2026-11-20T12:00:00.000Z';
  const forbidden = {
    state: 'forbidden' as const,
    message: 'Cluster gives no secretstores',
    remedy: 'Allow the portal to list them',
    lastSuccessAt: undefined,
    lastAttemptAt: at,
  };

  it('should be sentences', async () => {
    renderTab(withCluster(forbidden));
    expect(
      await screen.findByText(
        'Cluster gives no secretstores. Allow the portal to list them.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/No data has been received from it yet\./),
    ).toBeInTheDocument();
  });

  it('should not be that nothing was read where most of it was', async () => {
    renderTab(withCluster({ ...forbidden, lastDataAt: at }));
    await screen.findByText(/^Cluster gives no secretstores/);
    expect(screen.queryByText(/No data has been received/)).toBeNull();
    expect(screen.queryByText(/are the last ones received/)).toBeNull();
  });
});

describe('words of the tab', () => {
  it('should explain what is critical, and not name a permission of another plugin', async () => {
    renderTab(data.healthy(), {
      deny: ['kubernetes.proxy'],
      kubernetesProxy: {},
    });
    expect(await screen.findByText(/^Critical: if it fails/)).toBeVisible();
    expect(screen.queryByText(/kubernetes\.proxy/)).toBeNull();
  });

  it('should not call an autoscaler at its limit too many', async () => {
    renderTab(data.atLimit());
    expect(
      (await screen.findAllByText('AtMaximumReplicas')).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByText('TooManyReplicas')).toBeNull();
  });
});

describe('a portal that does not answer', () => {
  // What Chromium throws; other browsers have other words.
  const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));

  it('should leave the list as it was, with its age', async () => {
    const user = userEvent.setup();
    const recorded = new data.RecordedElsaApi([data.healthy()]);
    const listEnvironments = jest
      .fn(recorded.listEnvironments.bind(recorded))
      .mockImplementationOnce(recorded.listEnvironments.bind(recorded));
    renderPage({ address: '/elsa?owner=all', api: { listEnvironments } });
    const link = { name: 'payments-production' };
    await screen.findByRole('link', link);
    listEnvironments.mockImplementation(unreachable);
    // Another filter, and back: nothing can be read, and what was is there.
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'x');
    expect(
      await screen.findByText('The list could not be refreshed'),
    ).toBeInTheDocument();
    await user.clear(screen.getByRole('searchbox', { name: 'Search' }));
    await waitFor(() =>
      expect(
        screen.getByText(/^Last updated .* The portal did not answer\.$/),
      ).toBeInTheDocument(),
    );
    expect(screen.getByRole('link', link)).toBeInTheDocument();
    expect(screen.queryByText(/Failed to fetch/)).toBeNull();
  });

  it('should say so where there was no list', async () => {
    renderPage({ api: { listEnvironments: unreachable } });
    expect(
      await screen.findByText('The portal did not answer.'),
    ).toBeInTheDocument();
    expect(screen.queryByText(/Failed to fetch/)).toBeNull();
  });
});
