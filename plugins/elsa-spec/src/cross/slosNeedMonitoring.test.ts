import {
  expectedIssue,
  issuesOf,
  type Refusal,
  slo,
} from '../__testUtils__/refusal';

describe('slosNeedMonitoring', () => {
  it.each<Refusal>([
    {
      title: 'objectives without monitoring',
      change: { ...slo({}), monitoring: { enabled: false } },
      path: 'slos',
      remedy: /monitoring\.enabled: true/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
