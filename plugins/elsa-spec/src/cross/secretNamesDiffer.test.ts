import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('secretNamesDiffer', () => {
  it.each<Refusal>([
    {
      title: 'one Secret for two components',
      change: {
        preset: 'staging',
        secrets: { names: { server: 'x', database: 'x' } },
      },
      path: 'secrets.names.database',
      value: 'x',
      remedy: /its own Secret/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
