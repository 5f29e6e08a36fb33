import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('nameLeavesRoom', () => {
  it.each<Refusal>([
    {
      title: 'a name that leaves no room for its objects',
      change: { metadata: { name: 'a'.repeat(45) } },
      path: 'metadata.name',
      value: 'a'.repeat(45),
      remedy: /at most 38 characters/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
