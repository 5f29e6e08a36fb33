import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('albSourcesAreKnown', () => {
  it.each<Refusal>([
    {
      title: 'an ALB that the network policies keep out',
      change: {
        exposure: {
          kind: 'alb',
          host: 'elsa.example.com',
          alb: {
            certificateArn:
              'arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
          },
        },
      },
      path: 'exposure.alb.sourceCidrs',
      remedy: /subnets/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
