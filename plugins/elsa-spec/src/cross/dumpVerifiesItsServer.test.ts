import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('dumpVerifiesItsServer', () => {
  it.each<Refusal>([
    {
      title: 'a dump of a server that cannot be verified',
      change: {
        database: { external: { host: 'db.example.com' } },
        backup: { enabled: true, method: 'dump' },
      },
      path: 'database.external.caSecret',
      remedy: /server's CA certificate/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
