import {
  expectedIssue,
  issuesOf,
  ownHost,
  type Refusal,
} from '../__testUtils__/refusal';

describe('requestRateNeedsASource', () => {
  it.each<Refusal>([
    {
      title: 'request rates for a plain HPA',
      change: {
        host: ownHost,
        server: { autoscaling: { enabled: true, requestsPerSecond: 10 } },
      },
      path: 'server.autoscaling.requestsPerSecond',
      value: 10,
      remedy: /keda/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
