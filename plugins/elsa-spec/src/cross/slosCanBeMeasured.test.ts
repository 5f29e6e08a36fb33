import {
  expectedIssue,
  issuesOf,
  type Refusal,
  slo,
} from '../__testUtils__/refusal';

describe('slosCanBeMeasured', () => {
  it.each<Refusal>([
    {
      title: 'an objective whose requests nobody counts',
      change: slo({ indicator: 'success' }),
      path: 'slos[0].indicator',
      value: 'success',
      remedy: /metricProfile/,
    },
    {
      title: 'a threshold that is no bucket',
      change: {
        exposure: { kind: 'traefik', host: 'elsa.example.com' },
        ...slo({ indicator: 'latency', thresholdMilliseconds: 500 }),
      },
      path: 'slos[0].thresholdMilliseconds',
      value: 500,
      remedy: /bucket/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
