import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('requestsFitLimits', () => {
  it.each<Refusal>([
    {
      title: 'a request above its limit',
      change: {
        server: {
          resources: {
            requests: { memory: '4Gi' },
            limits: { memory: '2Gi' },
          },
        },
      },
      path: 'server.resources.requests.memory',
      value: '4Gi',
      remedy: /at most 2Gi/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
