import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section studio', () => {
  it.each<Refusal>([
    {
      title: 'a studio that KEDA scales',
      change: { studio: { autoscaling: { enabled: true, kind: 'keda' } } },
      path: 'studio.autoscaling.kind',
      value: 'keda',
      remedy: /hpa/,
    },
    {
      title: 'a studio that scales by requests',
      change: {
        studio: { autoscaling: { enabled: true, requestsPerSecond: 5 } },
      },
      path: 'studio.autoscaling.requestsPerSecond',
      value: 5,
      remedy: /by CPU/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
