import {
  expectedIssue,
  issuesOf,
  ownHost,
  type Refusal,
} from '../__testUtils__/refusal';

describe('poolsFitTheDatabase', () => {
  it.each<Refusal>([
    {
      title: 'pools that exceed the database',
      change: { host: ownHost, database: { maxPoolSize: 100 } },
      path: 'database.maxPoolSize',
      value: 100,
      remedy: /computed/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
