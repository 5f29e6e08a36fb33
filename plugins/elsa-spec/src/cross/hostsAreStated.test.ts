import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('hostsAreStated', () => {
  it.each<Refusal>([
    {
      title: 'no host name',
      change: { exposure: { kind: 'gateway' } },
      path: 'exposure.hosts.server',
      remedy: /exposure\.host/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
