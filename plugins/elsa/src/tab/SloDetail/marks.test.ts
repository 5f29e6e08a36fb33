import type { SloSeries } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { deploymentMarks, incidentMarks } from './marks';

const series = (incidents: SloSeries['incidents']): SloSeries => ({
  slo: 'success',
  objective: 0.999,
  windowSeconds: 1_000,
  fromSeconds: 1_000,
  toSeconds: 2_000,
  stepSeconds: 10,
  sli: [],
  remaining: [],
  burnRate: [],
  traffic: [],
  incidents,
});

describe('incidentMarks', () => {
  it('should be wide enough to be seen, within the chart, and drawn once', () => {
    const marks = incidentMarks(
      series([
        { name: 'Short', fromSeconds: 1_500, toSeconds: 1_501 },
        { name: 'Same', fromSeconds: 1_500, toSeconds: 1_501 },
        { name: 'Early', fromSeconds: 900, toSeconds: 1_100 },
        { name: 'Before', fromSeconds: 800, toSeconds: 900 },
      ]),
    );
    expect(marks).toEqual([
      expect.objectContaining({ fromTime: 1_500_000, toTime: 1_505_000 }),
      expect.objectContaining({ fromTime: 1_000_000, toTime: 1_100_000 }),
    ]);
  });
});

describe('deploymentMarks', () => {
  it('should leave out what lies outside the chart', () => {
    const at = (seconds: number) => ({
      at: new Date(seconds * 1_000).toISOString(),
      component: 'server' as const,
      name: `server-${seconds}`,
    });
    expect(
      deploymentMarks(series([]), [at(1_900), at(1_200), at(500)]).map(
        ({ name }) => name,
      ),
    ).toEqual(['server-1200', 'server-1900']);
    expect(deploymentMarks(series([]))).toEqual([]);
  });
});
