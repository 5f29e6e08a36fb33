import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('metricProfileIsFed', () => {
  it.each<Refusal>([
    {
      title: 'a metric profile that nothing feeds',
      change: { monitoring: { metricProfile: 'prometheus-net' } },
      path: 'monitoring.metricProfile',
      value: 'prometheus-net',
      remedy: /edge or mesh/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
