import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('externalServicesAreNamed', () => {
  it.each<Refusal>([
    {
      title: 'an external database without host',
      change: { database: { mode: 'external' } },
      path: 'database.external.host',
      remedy: /Set database\.external\.host/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
