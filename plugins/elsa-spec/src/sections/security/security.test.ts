import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section security', () => {
  it.each<Refusal>([
    {
      title: 'a quota without an amount',
      change: { security: { resourceQuota: { enabled: true } } },
      path: 'security.resourceQuota',
      remedy: /cpu, memory or pods/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
