import {
  expectedIssue,
  issuesOf,
  ownHost,
  type Refusal,
} from '../__testUtils__/refusal';

describe('autoscalingRangeIsOrdered', () => {
  it.each<Refusal>([
    {
      title: 'more replicas at least than at most',
      change: {
        host: ownHost,
        server: {
          autoscaling: { enabled: true, minReplicas: 5, maxReplicas: 3 },
        },
      },
      path: 'server.autoscaling.maxReplicas',
      value: 3,
      remedy: /at least 5/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
