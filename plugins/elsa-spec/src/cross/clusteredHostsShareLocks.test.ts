import {
  expectedIssue,
  issuesOf,
  ownHost,
  type Refusal,
} from '../__testUtils__/refusal';

describe('clusteredHostsShareLocks', () => {
  it.each<Refusal>([
    {
      title: 'several servers whose database keeps no locks',
      change: {
        host: ownHost,
        server: { replicas: 2, autoscaling: { enabled: false } },
        database: { provider: 'mysql' },
      },
      path: 'server.locks',
      remedy: /redis/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
