import { stringifyEntityRef } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import {
  cleanup,
  configure,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as data from '../dev/__data__';
import { environmentEntity } from '../dev/__data__/entities';
import { failure, renderPage, renderTab } from './__testUtils__/renderElsa';
import { elsaApiRef } from './data/elsaApiRef';
import elsaPlugin from '.';

// A whole page is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const panel = (name: string) => screen.findByRole('article', { name });

describe('Elsa tab', () => {
  it('should show a healthy environment in one look', async () => {
    renderTab(data.healthy());
    const components = await panel('Components');
    expect(within(components).getAllByText('3 of 3 ready')).toHaveLength(2);
    expect(
      within(components).getByText(/3 \(min 2, max 8\)/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('No alerts are pending or firing.'),
    ).toBeInTheDocument();
    const slos = await panel('SLOs');
    expect(
      within(slos).getByText('71% of the budget left'),
    ).toBeInTheDocument();
    const delivery = await panel('Delivery');
    expect(within(delivery).getByText('Synced')).toBeInTheDocument();
    expect(within(delivery).getByText('payments')).toBeInTheDocument();
    const sources = screen.getByRole('region', { name: 'Sources' });
    expect(within(sources).getAllByText(/ago$/)).toHaveLength(4);
    expect(screen.getByRole('link', { name: 'Grafana' })).toHaveAttribute(
      'rel',
      'noopener noreferrer',
    );
  });

  it('should say why an environment is degraded, with commands for it', async () => {
    renderTab(data.crashLoop());
    const reasons = await screen.findByRole('region', {
      name: 'Why, and what to do',
    });
    expect(
      within(reasons).getByText(/password authentication failed/),
    ).toBeInTheDocument();
    expect(
      within(reasons).getAllByText(
        /kubectl .*payments-staging-server-7c9d4b5f6-k2x8p/,
      ).length,
    ).toBeGreaterThan(0);
    expect(screen.getByText('and 1 more reason')).toHaveAttribute(
      'href',
      expect.stringContaining('#elsa-reasons'),
    );
    expect(screen.getByText('2 firing')).toBeInTheDocument();
    expect(
      within(await panel('SLOs')).getByText('budget overspent by 31%'),
    ).toBeInTheDocument();
    const pods = await screen.findByRole('table', { name: 'Pods of Server' });
    expect(within(pods).getByText('CrashLoopBackOff')).toBeInTheDocument();
    expect(within(pods).getByText(/exit code 134/)).toBeInTheDocument();
  });

  it('should copy a command', async () => {
    const user = userEvent.setup();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    renderTab(data.crashLoop());
    const [copy] = await screen.findAllByRole('button', {
      name: /^Copy the command/,
    });
    await user.click(copy);
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith(expect.stringMatching(/^kubectl /));
  });

  it('should say that an autoscaler is at its maximum', async () => {
    renderTab(data.atLimit());
    expect(
      await screen.findByText(/6 \(min 2, max 6\), at its maximum/),
    ).toBeInTheDocument();
  });

  it('should show what differs from the repository and an owner that is gone', async () => {
    renderTab(data.outOfSync());
    const delivery = await panel('Delivery');
    expect(within(delivery).getByText('OutOfSync')).toBeInTheDocument();
    expect(within(delivery).getByText('2 objects differ')).toBeInTheDocument();
    expect(
      within(delivery).getByText('not in the catalog'),
    ).toBeInTheDocument();
  });

  it('should say what an environment waits for that is not deployed', async () => {
    renderTab(data.notDeployed());
    expect(
      await screen.findByText('Created, but not deployed yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Application invoicing-development in Argo CD/),
    ).toBeInTheDocument();
  });

  it('should mark figures whose source no longer answers', async () => {
    renderTab(data.stale());
    expect(
      await screen.findByText('Kubernetes production-eu: timed out'),
    ).toBeInTheDocument();
    expect(
      within(await panel('Components')).getByText('as of 23 min. ago'),
    ).toBeInTheDocument();
    expect(
      within(await panel('SLOs')).queryByText(/^as of/),
    ).not.toBeInTheDocument();
  });

  it('should not take alerts that cannot be read for no alerts', async () => {
    renderTab(data.prometheusDown());
    expect(
      await screen.findByText('Alerts are currently unavailable.'),
    ).toBeInTheDocument();
    expect(
      screen.queryByText('No alerts are pending or firing.'),
    ).not.toBeInTheDocument();
    expect(
      screen.getByText(/Check elsa.prometheus\[0\].bearerToken/),
    ).toBeInTheDocument();
  });

  it('should fold many reasons away until asked for them', async () => {
    const user = userEvent.setup();
    renderTab(data.manyReasons());
    const reasons = await screen.findByRole('region', {
      name: 'Why, and what to do',
    });
    const more = within(reasons).getByRole('button', {
      name: 'Show 10 more reasons',
    });
    const cells = () => within(reasons).getAllByText(/cannot start because/);
    expect(cells()).toHaveLength(4);
    await user.click(more);
    expect(cells()).toHaveLength(14);
  });

  it('should name the missing annotations of an entity without them', async () => {
    const entity = environmentEntity(data.healthy());
    entity.metadata.annotations = {
      'elsa-portal.io/environment': '',
    };
    renderTab(data.healthy(), { entity });
    expect(
      await screen.findByText('This entity does not say where Elsa runs'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/backstage.io\/kubernetes-cluster: /),
    ).toBeInTheDocument();
  });

  it('should tell "may not be seen" from "is not there" by the permission', async () => {
    renderTab(data.healthy(), {
      api: { getEnvironment: () => Promise.reject(failure(404)) },
      deny: ['elsa.environment.read'],
    });
    expect(
      await screen.findByText('You do not have access to this environment'),
    ).toBeInTheDocument();
    expect(screen.getByText(/It is owned by payments/)).toBeInTheDocument();
  });

  it('should wait for the collector when an environment is not known yet', async () => {
    // Another environment: permissions are cached from test to test.
    renderTab(data.atLimit(), {
      api: { getEnvironment: () => Promise.reject(failure(404)) },
    });
    expect(
      await screen.findByText('Created, but not deployed yet'),
    ).toBeInTheDocument();
    const step = screen.getByText('Seen by the collector').closest('li');
    expect(step).toHaveTextContent('waiting');
  });

  it.each([
    [403, 'You do not have access to this environment'],
    [401, 'Your session has ended'],
    [503, 'The portal is not responding'],
    [500, 'The status could not be loaded'],
  ])('should explain answer %d', async (status, title) => {
    renderTab(data.healthy(), {
      api: { getEnvironment: () => Promise.reject(failure(status)) },
    });
    expect(await screen.findByText(title)).toBeInTheDocument();
  });

  it('should try again when asked to', async () => {
    const user = userEvent.setup();
    const status = data.healthy();
    const getEnvironment = jest
      .fn()
      .mockRejectedValueOnce(failure(500))
      .mockResolvedValue(status);
    renderTab(status, { api: { getEnvironment } });
    await user.click(await screen.findByRole('button', { name: 'Try again' }));
    expect(await panel('Components')).toBeInTheDocument();
  });

  it('should keep the figures when a refresh fails, and announce a change of health when it succeeds', async () => {
    const user = userEvent.setup();
    const before = data.healthy();
    const after = {
      ...before,
      health: data.crashLoop().health,
    };
    const refreshEnvironment = jest
      .fn()
      .mockRejectedValueOnce(failure(503, 'the cluster is busy'))
      .mockResolvedValueOnce(after);
    renderTab(before, { api: { refreshEnvironment } });
    const button = await screen.findByRole('button', { name: 'Refresh now' });
    await user.click(button);
    expect(await screen.findByText(/the cluster is busy/)).toBeInTheDocument();
    expect(await panel('Components')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: 'Refresh now' }));
    expect(
      await screen.findByText(/payments-production is now Degraded/),
    ).toBeInTheDocument();
  });

  it('should not offer a refresh to those who may not', async () => {
    const name = 'reports-production';
    renderTab(data.healthy({ name, entityRef: `component:default/${name}` }), {
      deny: ['elsa.environment.refresh'],
    });
    await panel('Components');
    expect(
      screen.queryByRole('button', { name: 'Refresh now' }),
    ).not.toBeInTheDocument();
  });

  it('should ask for the environment when opened on one of its parts', async () => {
    const status = data.healthy();
    const entity = environmentEntity(status);
    entity.metadata.name = 'payments-production-server';
    const getEnvironment = jest.fn().mockResolvedValue(status);
    renderTab(status, { entity, api: { getEnvironment } });
    await panel('Components');
    expect(stringifyEntityRef(entity)).toBe(
      'component:default/payments-production-server',
    );
    expect(getEnvironment).toHaveBeenCalledWith(
      'component:default/payments-production',
      expect.anything(),
    );
  });

  it('should show the history and read older changes when asked to', async () => {
    const user = userEvent.setup();
    const newest = Array.from({ length: 20 }, (_, index) => ({
      at: data.ago(index * data.MINUTE),
      to: 'Healthy' as const,
      isPartial: false,
    }));
    const getTransitions = jest.fn(
      async (_: string, { cursor }: { cursor?: string } = {}) =>
        cursor
          ? { items: data.TRANSITIONS }
          : { items: newest, nextCursor: 'older' },
    );
    renderTab(data.crashLoop(), { api: { getTransitions } });
    await user.click(
      await screen.findByRole('button', { name: 'Show older changes' }),
    );
    expect(
      await screen.findByText('The image of the studio does not exist.'),
    ).toBeInTheDocument();
  });

  it('should say that charts cannot be read, and keep the rest', async () => {
    renderTab(data.healthy(), {
      api: { getSloSeries: () => Promise.reject(failure(500, 'no series')) },
    });
    expect(
      await screen.findByText('The chart could not be loaded: no series'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('table', { name: /Burn rates/ }),
    ).toBeInTheDocument();
  });
  it('should not explain a health that has no reasons', async () => {
    renderTab(data.healthy());
    await panel('Components');
    expect(
      screen.queryByRole('region', { name: 'Why, and what to do' }),
    ).not.toBeInTheDocument();
  });

  it('should show what was read last at once when it is opened again', async () => {
    const status = data.healthy();
    let answer = () => Promise.resolve(status);
    const api = renderTab(status, {
      api: { getEnvironment: () => answer() },
    });
    await panel('Components');
    cleanup();

    answer = () => new Promise(() => {});
    renderTab(status, { elsaApi: api });
    expect(await panel('Components')).toBeInTheDocument();
  });

  it('should write the times in messages as the reader does', async () => {
    const status = data.stale();
    const [kubernetes, ...others] = status.sources;
    const time = '2026-11-22T23:09:03.867Z';
    const message = `It was last read at ${time}.`;
    renderTab({
      ...status,
      health: {
        ...status.health,
        reasons: [{ ...status.health.reasons[0], message }],
      },
      sources: [{ ...kubernetes, message }, ...others],
    });
    await panel('Components');
    expect(screen.queryByText(/2026-11-22T/)).not.toBeInTheDocument();
    expect(
      screen.getAllByText(/It was last read at Nov 2[23], 2026/).length,
    ).toBeGreaterThanOrEqual(3);
  });

  it('should keep a reason open when others come before it', async () => {
    const user = userEvent.setup();
    const before = data.crashLoop();
    const [first, second] = before.health.reasons;
    const further = {
      ...first,
      code: 'OOMKilled',
      message: 'A new one came.',
    };
    const after = {
      ...before,
      health: { ...before.health, reasons: [further, first, second] },
    };
    renderTab(before, { api: { refreshEnvironment: async () => after } });
    const line = (text: RegExp) =>
      within(screen.getByRole('region', { name: 'Why, and what to do' }))
        .getByText(text)
        .closest('details');
    await panel('Components');
    expect(line(/k2x8p keeps crashing/)).toHaveAttribute('open');
    await user.click(
      within(
        screen.getByRole('region', { name: 'Why, and what to do' }),
      ).getByText(/did not finish its rollout/),
    );
    expect(line(/did not finish/)).toHaveAttribute('open');

    await user.click(screen.getByRole('button', { name: 'Refresh now' }));
    expect(
      (await screen.findAllByText('A new one came.')).length,
    ).toBeGreaterThan(0);
    expect(line(/A new one came/)).toHaveAttribute('open');
    expect(line(/k2x8p keeps crashing/)).toHaveAttribute('open');
    expect(line(/did not finish/)).toHaveAttribute('open');
  });

  it('should say when an SLO was evaluated', async () => {
    renderTab(data.healthy());
    const details = await screen.findByRole('tabpanel');
    expect(
      within(details).getByText('Evaluated').nextElementSibling,
    ).toHaveTextContent(/^\d+ (sec|min)\. ago$/);
  });

  it('should count an alert that fires several times once, and tell severities apart', async () => {
    const status = data.crashLoop();
    const [alert] = status.alerts;
    renderTab({
      ...status,
      alerts: [alert, { ...alert }, { ...alert, severity: 'warning' }],
    });
    const alerts = await panel('Alerts');
    expect(within(alerts).getByText('3 firing')).toBeInTheDocument();
    expect(
      within(alerts)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual([
      expect.stringMatching(/^ElsaSuccessBudgetBurn success ×2 critical/),
      expect.stringMatching(/^ElsaSuccessBudgetBurn success warning/),
    ]);
  });

  it('should list what Argo CD says differs, and why its last operation failed', async () => {
    renderTab(data.outOfSync());
    const detail = await screen.findByRole('region', {
      name: 'Argo CD details',
    });
    expect(
      within(detail).getByText('Deployment billing-staging-server'),
    ).toBeInTheDocument();
    expect(
      within(detail).getByText('ConfigMap billing-staging-server'),
    ).toBeInTheDocument();
    expect(
      within(detail).getByText(/one or more synchronization tasks/),
    ).toBeInTheDocument();
    expect(
      within(detail).getByText('SyncError: Failed last sync attempt'),
    ).toBeInTheDocument();
  });

  it('should have no Argo CD detail where all is in sync', async () => {
    renderTab(data.healthy());
    await panel('Delivery');
    expect(
      screen.queryByRole('region', { name: 'Argo CD details' }),
    ).not.toBeInTheDocument();
  });

  it('should list the data services, and warn of certificates that end', async () => {
    const status = data.healthy();
    const [certificate] = status.certificates;
    renderTab({
      ...status,
      certificates: [
        {
          ...certificate,
          name: 'soon',
          notAfter: data.ago(-2 * data.DAY),
          renewalAt: data.ago(20 * data.DAY),
        },
        { ...certificate, name: 'gone', notAfter: data.ago(data.DAY) },
      ],
    });
    const services = await screen.findByRole('table', {
      name: 'Data services',
    });
    expect(
      within(services)
        .getAllByRole('rowheader')
        .map(cell => cell.textContent),
    ).toEqual(['Database', 'Redis', 'RabbitMQ']);
    expect(within(services).getByText('3 of 3 ready')).toBeInTheDocument();
    const certificates = screen.getByRole('table', { name: 'Certificates' });
    for (const [name, text] of [
      ['soon', /^in (1|2) day/],
      ['gone', 'expired'],
    ] as const) {
      const row = within(certificates).getByRole('row', {
        name: new RegExp(`^${name}`),
      });
      // The sign is a shape of its own, not a colour alone.
      expect(
        within(row).getByText(text).parentElement?.previousElementSibling,
      ).toBeInstanceOf(SVGElement);
    }
  });

  it('should link to the repository that the catalog knows', async () => {
    const status = data.healthy({ links: [] });
    const entity = environmentEntity(status);
    entity.metadata.annotations = {
      ...entity.metadata.annotations,
      'backstage.io/source-location':
        'url:https://git.example.com/payments/elsa/',
    };
    renderTab(status, { entity });
    expect(
      await screen.findByRole('link', { name: 'Repository' }),
    ).toHaveAttribute('href', 'https://git.example.com/payments/elsa/');
  });

  it('should say the state of each SLO to those who cannot see the icon', async () => {
    renderTab(data.crashLoop());
    expect(
      (await screen.findAllByRole('tab', { name: /, / })).map(
        tab => tab.textContent,
      ),
    ).toEqual([
      'Requests succeed, Burning fast',
      'Requests within 500 ms, At risk',
      'Public address answers, Exhausted',
      'Database connections succeed, No data',
    ]);
  });
});

describe('Elsa card', () => {
  it('should show health, replicas and the worst SLO, with a link to the tab', async () => {
    renderTab(data.crashLoop(), { extension: 'entity-card:elsa' });
    expect(await screen.findByText('Degraded')).toBeInTheDocument();
    expect(screen.getByText(/1 of 2 ready/)).toBeInTheDocument();
    expect(screen.getByText('Exhausted')).toBeInTheDocument();
    await waitFor(() =>
      expect(
        screen.getByRole('link', { name: 'Open the Elsa tab' }),
      ).toHaveAttribute(
        'href',
        '/catalog/default/component/payments-staging/elsa',
      ),
    );
  });
  it('should mark figures that are out of date', async () => {
    renderTab(data.stale(), { extension: 'entity-card:elsa' });
    expect(
      await screen.findByText(/^out of date, as of 23 min/),
    ).toBeInTheDocument();
  });

  it.each([
    ['cannot be read', data.prometheusDown(), /currently unavailable/],
    [
      'are not configured',
      data.healthy({ sources: [data.healthy().sources[0]] }),
      'No Prometheus is configured for this cluster.',
    ],
    ['are none', data.healthy(), 'No alerts are pending or firing.'],
    ['fire', data.crashLoop(), '2 firing'],
  ])('should tell alerts that %s', async (_, status, text) => {
    renderTab(status, { extension: 'entity-card:elsa' });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it.each([
    [404, 'Created, but not deployed yet'],
    [500, 'The status could not be loaded. the database is down.'],
  ])('should explain answer %d', async (statusCode, text) => {
    const name = 'card-production';
    renderTab(data.healthy({ name, entityRef: `component:default/${name}` }), {
      extension: 'entity-card:elsa',
      api: {
        getEnvironment: () =>
          Promise.reject(failure(statusCode, 'the database is down')),
      },
    });
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('should not show an environment to those who may not see it', async () => {
    const name = 'secret-production';
    renderTab(data.healthy({ name, entityRef: `component:default/${name}` }), {
      extension: 'entity-card:elsa',
      api: { getEnvironment: () => Promise.reject(failure(404)) },
      deny: ['elsa.environment.read'],
    });
    expect(
      await screen.findByText('You do not have access to this environment'),
    ).toBeInTheDocument();
  });
});

const names = async () =>
  within(await screen.findByRole('table', { name: 'Elsa environments' }))
    .getAllByRole('rowheader')
    .map(cell => within(cell).getByRole('link').textContent);

describe('environments page', () => {
  it('should show mine first, the worst on top', async () => {
    const { listEnvironments } = renderPage({
      mine: ['user:default/olivia', 'group:default/orders'],
    });
    await expect(names()).resolves.toEqual(['orders-production']);
    expect(listEnvironments).toHaveBeenCalledWith(
      expect.objectContaining({
        owner: ['user:default/olivia', 'group:default/orders'],
        sort: 'health',
        order: 'desc',
      }),
      expect.anything(),
    );
  });

  it('should show what the address says', async () => {
    renderPage({
      address: '/elsa?owner=all&health=Degraded&sort=name&order=desc',
      mine: ['group:default/orders'],
    });
    await expect(names()).resolves.toEqual([
      'payments-staging',
      'extraordinarily-long-environment-name-for-cross-border-settle',
    ]);
  });

  it('should keep totals of all healths, and filter by a press on one', async () => {
    const user = userEvent.setup();
    renderPage({});
    const missing = await screen.findByRole('button', { name: '1 Missing' });
    await user.click(missing);
    await waitFor(async () =>
      expect(await names()).toEqual(['invoicing-development']),
    );
    expect(
      screen.getByRole('button', { name: '3 Healthy' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: '1 Missing', pressed: true }),
    ).toBeInTheDocument();
  });

  it('should not show 0 alerts where none could be read, and mark old ones', async () => {
    const silent = data.prometheusDown();
    renderPage({
      address: '/elsa?owner=all',
      environments: [
        silent,
        data.healthy({
          name: 'late-production',
          entityRef: 'component:default/late-production',
          sources: data
            .healthy()
            .sources.map(source =>
              source.kind === 'prometheus'
                ? { ...source, state: 'timeout' as const }
                : source,
            ),
        }),
      ],
    });
    const row = async (name: string) => {
      const link = await screen.findByRole('link', { name });
      return within(link.closest('tr')!);
    };
    const unread = await row(silent.name);
    expect(unread.getByText('unavailable')).toHaveAttribute(
      'title',
      'Alerts are currently unavailable.',
    );
    expect(unread.queryByText('0')).not.toBeInTheDocument();
    const late = await row('late-production');
    expect(late.getByText('0')).toBeInTheDocument();
    expect(
      late.getByTitle('Alerts may be out of date or incomplete.'),
    ).toHaveTextContent('out of date');
  });

  it('should search once typing pauses', async () => {
    const user = userEvent.setup();
    renderPage({});
    await names();
    await user.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'billing',
    );
    await waitFor(async () =>
      expect(await names()).toEqual(['billing-staging']),
    );
  });

  it('should sort by a column and say so', async () => {
    const user = userEvent.setup();
    renderPage({});
    await user.click(
      await screen.findByRole('button', { name: 'Environment' }),
    );
    await waitFor(async () =>
      expect((await names())[0]).toBe('billing-staging'),
    );
    expect(
      screen.getAllByRole('columnheader', { name: 'Environment' })[0],
    ).toHaveAttribute('aria-sort', 'ascending');
  });

  it('should group by owner, with every row that there is', async () => {
    const { listEnvironments } = renderPage({
      address: '/elsa?owner=all&group=owner',
    });
    expect(
      await screen.findByRole('rowheader', {
        name: /^payments 5 environments$/,
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('rowheader', { name: /^orders 1 environment$/ }),
    ).toBeInTheDocument();
    expect(listEnvironments).toHaveBeenCalledWith(
      expect.objectContaining({ limit: 500 }),
      expect.anything(),
    );
  });

  it('should draw few of thousands of rows, yet tell how many there are', async () => {
    renderPage({ further: 3_000 });
    const table = await screen.findByRole('table', {
      name: 'Elsa environments',
    });
    expect(table).toHaveAttribute('aria-rowcount', '3009');
    expect(within(table).queryAllByRole('row').length).toBeLessThan(100);
  });

  it.each([
    ['/elsa?text=nothing', [], 'No environments match'],
    ['/elsa', ['group:default/platform'], 'You own none of these environments'],
  ])(
    'should offer a way out of an empty table at %s',
    async (address, mine, title) => {
      const user = userEvent.setup();
      renderPage({ address, mine });
      expect(await screen.findByText(title)).toBeInTheDocument();
      await user.click(
        screen.getByRole('button', {
          name: /Clear filters|Show all owners/,
        }),
      );
      await waitFor(async () => expect(await names()).toHaveLength(8));
    },
  );

  it('should say why there is no list, and try again', async () => {
    const user = userEvent.setup();
    const recorded = new data.RecordedElsaApi([data.healthy()]);
    const listEnvironments = jest
      .fn()
      .mockRejectedValueOnce(failure(500, 'database is down'))
      .mockImplementation(recorded.listEnvironments.bind(recorded));
    renderPage({ api: { listEnvironments } });
    expect(await screen.findByText('database is down')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await expect(names()).resolves.toEqual(['payments-production']);
  });

  it('should list what nobody registered', async () => {
    renderPage({});
    const table = await screen.findByRole('table', {
      name: 'Environments not in the catalog',
    });
    expect(within(table).getByText('legacy-workflows')).toBeInTheDocument();
  });
});

describe('environments of a system or group', () => {
  it.each([
    ['System', 'payments', { system: ['system:default/payments'] }],
    ['Group', 'orders', { owner: ['group:default/orders'] }],
  ])('should show only those of the %s', async (kind, name, query) => {
    const recorded = new data.RecordedElsaApi(data.recordedEnvironments());
    const listEnvironments = jest.fn(recorded.listEnvironments.bind(recorded));
    const entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name, namespace: 'default' },
    };
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        elsaPlugin.getExtension('entity-content:elsa/environments'),
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [elsaApiRef, { listEnvironments }],
        catalogApiMock(),
        mockApis.identity({ ownershipEntityRefs: ['group:default/else'] }),
        mockApis.permission(),
      ],
    });
    expect((await names()).length).toBeGreaterThan(0);
    expect(listEnvironments).toHaveBeenCalledWith(
      expect.objectContaining(query),
      expect.anything(),
    );
  });
});
