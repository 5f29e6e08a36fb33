import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('pgbouncerFits', () => {
  it.each<Refusal>([
    {
      title: 'transaction pooling with one connection string for all',
      change: { pgbouncer: { enabled: true, poolMode: 'transaction' } },
      path: 'pgbouncer.poolMode',
      value: 'transaction',
      remedy: /session/,
    },
    {
      title: 'PgBouncer in front of MySQL',
      change: {
        database: { provider: 'mysql' },
        pgbouncer: { enabled: true },
      },
      path: 'pgbouncer.enabled',
      value: true,
      remedy: /postgresql/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
