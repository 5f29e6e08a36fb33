import { readIncidents } from './readIncidents';

const fired = (metric: Record<string, string>, ...times: number[]) => ({
  metric,
  values: times.map(time => [time, '1']),
});

describe('readIncidents', () => {
  it('should join steps without a gap, and tell two times apart', () => {
    const down = { alertname: 'ElsaServerDown', severity: 'critical' };
    expect(
      readIncidents(
        [
          fired(down, 120, 180, 600),
          fired({ alertname: 'ElsaSlow' }, 60),
          fired({}, 60),
        ],
        60,
      ),
    ).toEqual([
      { name: 'ElsaSlow', fromSeconds: 0, toSeconds: 60 },
      {
        name: 'ElsaServerDown',
        severity: 'critical',
        fromSeconds: 60,
        toSeconds: 180,
      },
      {
        name: 'ElsaServerDown',
        severity: 'critical',
        fromSeconds: 540,
        toSeconds: 600,
      },
    ]);
  });
});
