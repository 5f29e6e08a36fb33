import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('rateLimitIsPossible', () => {
  it.each<Refusal>([
    {
      title: 'a rate limit that nobody applies',
      change: {
        exposure: {
          kind: 'gateway',
          host: 'elsa.example.com',
          rateLimit: { requestsPerSecond: 10 },
        },
      },
      path: 'exposure.rateLimit',
      remedy: /Envoy Gateway/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
