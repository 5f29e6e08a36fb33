import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('studioNeedsAPublicServer', () => {
  it.each<Refusal>([
    {
      title: 'a studio that cannot reach its server',
      change: { exposure: { kind: 'none' } },
      path: 'studio.enabled',
      value: true,
      remedy: /studio\.enabled: false/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
