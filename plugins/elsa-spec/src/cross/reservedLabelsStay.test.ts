import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('reservedLabelsStay', () => {
  it.each<Refusal>([
    {
      title: "a label of the template's own",
      change: { extra: { labels: { 'app.kubernetes.io/instance': 'other' } } },
      path: 'extra.labels["app.kubernetes.io/instance"]',
      value: 'other',
      remedy: /your own prefix/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
