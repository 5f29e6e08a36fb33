import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section extra', () => {
  it.each<Refusal>([
    {
      title: 'a label value with a line break',
      change: { extra: { labels: { 'acme.example/team': 'a\nb: c' } } },
      path: 'extra.labels["acme.example/team"]',
      value: 'a\nb: c',
      remedy: /63/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
