import { configure, screen } from '@testing-library/react';
import * as data from '../../../dev/__data__';
import { renderTab } from '../../__testUtils__/renderElsa';

// A whole tab is drawn in jsdom; on a busy machine that takes its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

const findPods = () => screen.findByRole('table', { name: 'Pods of Server' });
const listButtons = () =>
  screen.queryAllByRole('button', { name: /^Logs of / });

describe('PodLogsDialog', () => {
  const kubernetesProxy = { getPodLogs: async () => ({ text: 'started' }) };

  // Backstage asks for a permission once in two seconds, for all tests of a file.
  afterEach(() => new Promise(resolve => setTimeout(resolve, 2_100)));

  it('should be offered to those who may read logs', async () => {
    renderTab(data.crashLoop(), { kubernetesProxy });
    await findPods();
    expect(
      await screen.findAllByRole('button', { name: /^Logs of / }),
    ).not.toEqual([]);
    expect(
      screen.queryByText(/You do not have permission to read logs/),
    ).toBeNull();
  });

  it('should give way to a sentence that says who can, said once', async () => {
    renderTab(data.crashLoop(), {
      kubernetesProxy,
      deny: ['kubernetes.proxy'],
    });
    await findPods();
    expect(
      await screen.findAllByText(
        'You do not have permission to read logs in this portal. Ask the platform team, or use kubectl if you have access to the cluster.',
      ),
    ).toHaveLength(1);
    expect(listButtons()).toEqual([]);
    expect(screen.queryByRole('columnheader', { name: 'Logs' })).toBeNull();
  });

  it('should not be mentioned where the portal has no Kubernetes plugin', async () => {
    renderTab(data.crashLoop(), { deny: ['kubernetes.proxy'] });
    await findPods();
    expect(listButtons()).toEqual([]);
    expect(
      screen.queryByText(/You do not have permission to read logs/),
    ).toBeNull();
  });
});
