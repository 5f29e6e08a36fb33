import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('tolerationsAreWhole', () => {
  it.each<Refusal>([
    {
      title: 'a toleration that compares what Exists ignores',
      change: {
        studio: {
          placement: {
            tolerations: [{ key: 'spot', operator: 'Exists', value: 'yes' }],
          },
        },
      },
      path: 'studio.placement.tolerations[0].value',
      value: 'yes',
      remedy: /Equal/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
