import { cleanup, configure, screen, waitFor } from '@testing-library/react';
import * as data from '../dev/__data__';
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
