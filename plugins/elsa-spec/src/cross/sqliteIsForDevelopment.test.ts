import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('sqliteIsForDevelopment', () => {
  it.each<Refusal>([
    {
      title: 'SQLite in production',
      change: { database: { provider: 'sqlite' } },
      path: 'database.provider',
      value: 'sqlite',
      remedy: /development/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
