import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('createdClassesHaveACloud', () => {
  it.each<Refusal>([
    {
      title: 'a storage class of no known cloud',
      change: { storage: { createStorageClass: true } },
      path: 'storage.createStorageClass',
      value: true,
      remedy: /target\.cloud/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
