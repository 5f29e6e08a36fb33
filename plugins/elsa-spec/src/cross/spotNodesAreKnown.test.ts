import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('spotNodesAreKnown', () => {
  it.each<Refusal>([
    {
      title: 'spot nodes of an unknown cloud',
      change: { server: { placement: { spot: 'only' } } },
      path: 'server.placement.spot',
      value: 'only',
      remedy: /target\.cloud/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
