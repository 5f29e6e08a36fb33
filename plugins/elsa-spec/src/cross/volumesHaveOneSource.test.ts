import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('volumesHaveOneSource', () => {
  it.each<Refusal>([
    {
      title: 'a volume without a source',
      change: {
        studio: { volumes: [{ name: 'data', mountPath: '/mnt/data' }] },
      },
      path: 'studio.volumes[0]',
      value: 'data',
      remedy: /Set one of/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
