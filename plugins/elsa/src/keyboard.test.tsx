import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import * as data from '../dev/__data__';
import { renderPage, renderTab } from './__testUtils__/renderElsa';

// A whole page is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(120_000);

const panel = (name: string) => screen.findByRole('article', { name });

/** What a screen reader calls the element, as far as these pages need it. */
function nameOf(element: Element): string {
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy) {
    return labelledBy
      .split(' ')
      .map(id => document.getElementById(id)?.textContent)
      .join(' ');
  }
  const label = element instanceof HTMLInputElement && element.labels?.[0];
  return (
    element.getAttribute('aria-label') ??
    (label ? label.textContent : element.textContent) ??
    ''
  );
}

/**
 * What the tabulator key reaches, in order, until it leaves the page or has
 * come to `last`. user-event knows `summary` not to be a stop, unlike browsers.
 */
async function tabStops(user: UserEvent, last: RegExp): Promise<string[]> {
  const stops: string[] = [];
  for (let step = 0; step < 100; step += 1) {
    await user.tab();
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) {
      return stops;
    }
    stops.push(nameOf(activeElement));
    if (last.test(nameOf(activeElement))) {
      return stops;
    }
  }
  throw new Error(`${last} was not reached: ${stops.join(', ')}`);
}

/** The stops from the first that matches on: what comes before is the app's. */
function from(stops: string[], first: string | RegExp) {
  const index = stops.findIndex(stop => stop.match(first));
  return stops.slice(index);
}

async function focus(element: HTMLElement) {
  element.focus();
  expect(element).toHaveFocus();
}

describe('the Elsa tab by keyboard', () => {
  it('should be walked from the first look to the commands, without a detour', async () => {
    const user = userEvent.setup();
    renderTab(data.crashLoop());
    await panel('Components');
    await screen.findByRole('button', { name: 'Refresh now' });
    const stops = from(
      await tabStops(user, /^Copy the command/),
      'and 1 more reason',
    );
    expect(stops).toEqual([
      'and 1 more reason',
      'Elsa Studio',
      'Argo CD',
      'Grafana',
      'Repository',
      'Refresh now',
      'payments',
      expect.stringMatching(/^Copy the command: /),
    ]);
  });

  it('should bring the focus to the reasons', async () => {
    const user = userEvent.setup();
    renderTab(data.crashLoop());
    await focus(await screen.findByRole('link', { name: 'and 1 more reason' }));
    await user.keyboard('{Enter}');
    expect(
      screen.getByRole('region', { name: 'Why, and what to do' }),
    ).toHaveFocus();
  });

  it('should have every unfolding line begin with its summary, which browsers focus', async () => {
    const user = userEvent.setup();
    renderTab(data.crashLoop());
    await screen.findByRole('table', { name: 'Pods of Server' });
    const lines = [...document.querySelectorAll('details')];
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) {
      expect(line.firstElementChild?.tagName).toBe('SUMMARY');
      expect(line.firstElementChild).not.toHaveAttribute('tabindex');
    }
    const [, second] = lines;
    expect(second.open).toBe(false);
    await user.click(second.firstElementChild!);
    expect(second.open).toBe(true);
    await user.click(second.firstElementChild!);
    expect(second.open).toBe(false);
  });

  it.each(['{Enter}', ' '])(
    'should copy a command with the key "%s" and say so',
    async key => {
      const user = userEvent.setup();
      const write = jest.spyOn(navigator.clipboard, 'writeText');
      renderTab(data.crashLoop());
      const [copy] = await screen.findAllByRole('button', {
        name: /^Copy the command/,
      });
      await focus(copy);
      await user.keyboard(key);
      expect(await screen.findByText('Copied')).toBeInTheDocument();
      expect(screen.getByText('Copied')).toHaveAttribute('role', 'status');
      expect(write).toHaveBeenCalledWith(expect.stringMatching(/^kubectl /));
      expect(copy).toHaveFocus();
    },
  );

  it('should fold reasons out and in where the focus is', async () => {
    const user = userEvent.setup();
    renderTab(data.manyReasons());
    const more = await screen.findByRole('button', {
      name: 'Show 10 more reasons',
    });
    await focus(more);
    await user.keyboard('{Enter}');
    const fewer = screen.getByRole('button', { name: 'Show fewer reasons' });
    expect(fewer).toHaveFocus();
    expect(fewer).toHaveAttribute('aria-expanded', 'true');
  });

  it('should choose an SLO with the arrow keys', async () => {
    const user = userEvent.setup();
    renderTab(data.healthy());
    const [first, second] = await screen.findAllByRole('tab', {
      name: /, OK$/,
    });
    await focus(first);
    // Choosing reads a chart from the backend, so moving alone does not choose.
    await user.keyboard('{ArrowRight}');
    expect(second).toHaveFocus();
    expect(second).toHaveAttribute('aria-selected', 'false');
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(second).toHaveAttribute('aria-selected', 'true'),
    );
    expect(
      await screen.findByRole('table', {
        name: 'Requests within 500 ms: Burn rates',
      }),
    ).toBeInTheDocument();
  });

  it('should keep the focus on the refresh while it works', async () => {
    const user = userEvent.setup();
    const status = data.healthy();
    const refreshEnvironment = jest.fn().mockResolvedValue(status);
    renderTab(status, { api: { refreshEnvironment } });
    const refresh = await screen.findByRole('button', { name: 'Refresh now' });
    await focus(refresh);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(refreshEnvironment).toHaveBeenCalledTimes(1));
    expect(refresh).toHaveFocus();
  });

  it('should open the logs in a dialog, keep the focus in it and give it back', async () => {
    const user = userEvent.setup();
    const getPodLogs = jest.fn(async () => ({ text: 'Npgsql: refused\n' }));
    renderTab(data.crashLoop(), { kubernetesProxy: { getPodLogs } });
    const open = await screen.findByRole('button', {
      name: 'Logs of payments-staging-server-7c9d4b5f6-k2x8p',
    });
    await focus(open);
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: 'Logs of payments-staging-server-7c9d4b5f6-k2x8p',
    });
    await waitFor(() =>
      expect(dialog).toContainElement(document.activeElement as HTMLElement),
    );
    // A container that crashed says why in the run before.
    await waitFor(() =>
      expect(getPodLogs).toHaveBeenCalledWith({
        podName: 'payments-staging-server-7c9d4b5f6-k2x8p',
        namespace: 'payments-staging-elsa',
        clusterName: 'staging-eu',
        containerName: 'server',
        previous: true,
      }),
    );
    await user.tab();
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    await waitFor(() => expect(open).toHaveFocus());
  });
});

describe('the environments page by keyboard', () => {
  const table = () => screen.findByRole('table', { name: 'Elsa environments' });
  const rows = async () =>
    within(await table())
      .getAllByRole('rowheader')
      .map(cell => within(cell).getByRole('link').textContent);

  it('should be walked from the totals over the filters to the rows', async () => {
    const user = userEvent.setup();
    renderPage({ address: '/elsa?owner=all' });
    await table();
    const [firstRow] = await rows();
    const stops = from(
      await tabStops(user, new RegExp(`^${firstRow}$`)),
      /Unknown|Degraded/,
    );
    expect(stops).toEqual([
      '1 Unknown',
      '2 Degraded',
      '1 Missing',
      '1 Healthy, budget burning',
      '3 Healthy',
      'Search',
      'All owners Owner',
      'Any Health',
      'Any Cluster',
      'Any SLO state',
      'Any Security',
      'None Group by',
      'Environment',
      'Health',
      'Owner',
      'Runs in',
      'Worst SLO',
      'Alerts',
      firstRow,
    ]);
  });

  it.each(['{Enter}', ' '])(
    'should filter by a total with the key "%s" and take it back',
    async key => {
      const user = userEvent.setup();
      renderPage({ address: '/elsa?owner=all' });
      const total = await screen.findByRole('button', { name: '1 Missing' });
      await focus(total);
      await user.keyboard(key);
      await waitFor(async () =>
        expect(await rows()).toEqual(['invoicing-development']),
      );
      const pressed = screen.getByRole('button', {
        name: '1 Missing',
        pressed: true,
      });
      expect(pressed).toHaveFocus();
      await user.keyboard(key);
      await waitFor(async () => expect(await rows()).toHaveLength(8));
    },
  );

  it('should sort by a heading, keep the focus there and turn the order', async () => {
    const user = userEvent.setup();
    renderPage({ address: '/elsa?owner=all' });
    await table();
    const heading = screen.getByRole('button', { name: 'Environment' });
    await focus(heading);
    await user.keyboard('{Enter}');
    await waitFor(async () =>
      expect((await rows())[0]).toBe('billing-staging'),
    );
    expect(screen.getByRole('button', { name: 'Environment' })).toHaveFocus();
    await user.keyboard(' ');
    await waitFor(async () =>
      expect((await rows())[0]).toBe('returns-production'),
    );
  });

  it('should choose filters from their lists', async () => {
    const user = userEvent.setup();
    renderPage({ address: '/elsa?owner=all' });
    await table();
    const filters = screen.getByRole('search', { name: 'Filters' });
    const health = within(filters).getByRole('button', { name: /Health$/ });
    await focus(health);
    await user.keyboard('{Enter}');
    const list = await screen.findByRole('listbox');
    await waitFor(() =>
      expect(list).toContainElement(document.activeElement as HTMLElement),
    );
    const missing = within(list).getByRole('option', { name: 'Missing' });
    for (let step = 0; document.activeElement !== missing && step < 6; step++) {
      await user.keyboard('{ArrowDown}');
    }
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(missing).toHaveAttribute('aria-selected', 'true'),
    );
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('listbox')).not.toBeInTheDocument(),
    );
    await waitFor(async () =>
      expect(await rows()).toEqual(['invoicing-development']),
    );
    expect(health).toHaveFocus();
  });

  it('should search where one types, without losing the focus', async () => {
    const user = userEvent.setup();
    renderPage({ address: '/elsa?owner=all' });
    await table();
    await focus(screen.getByRole('searchbox', { name: 'Search' }));
    await user.keyboard('billing');
    await waitFor(async () =>
      expect(await rows()).toEqual(['billing-staging']),
    );
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveFocus();
  });

  it('should reach a table that scrolls by itself', async () => {
    renderPage({ address: '/elsa?owner=all', further: 500 });
    const region = await screen.findByRole('region', {
      name: 'Elsa environments',
    });
    await focus(region);
    expect(region).toHaveAttribute('tabindex', '0');
  });
});
