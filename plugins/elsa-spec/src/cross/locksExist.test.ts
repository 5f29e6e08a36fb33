import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('locksExist', () => {
  it.each<Refusal>([
    {
      title: 'locks that an official image cannot keep',
      change: { server: { locks: 'postgresql' } },
      path: 'server.locks',
      value: 'postgresql',
      remedy: /Remove the field/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
