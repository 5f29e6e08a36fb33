import {
  expectedIssue,
  issuesOf,
  ownHost,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section rabbitmq', () => {
  it.each<Refusal>([
    {
      title: 'RabbitMQ beside an official image',
      change: { rabbitmq: { enabled: true } },
      path: 'rabbitmq.enabled',
      value: true,
      remedy: /clustered/,
    },
    {
      title: 'several plain RabbitMQ pods',
      change: { host: ownHost, rabbitmq: { enabled: true, replicas: 3 } },
      path: 'rabbitmq.replicas',
      value: 3,
      remedy: /operator/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
