import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('backupMethodFits', () => {
  it.each<Refusal>([
    {
      title: 'an object store that is nowhere',
      change: { backup: { method: 'object-store' } },
      path: 'backup.objectStore',
      remedy: /destinationPath/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
