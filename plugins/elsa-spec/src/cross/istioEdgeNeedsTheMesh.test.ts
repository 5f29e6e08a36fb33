import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('istioEdgeNeedsTheMesh', () => {
  it.each<Refusal>([
    {
      title: "Istio's gateway without Istio",
      change: { exposure: { kind: 'istio', host: 'elsa.example.com' } },
      path: 'exposure.kind',
      value: 'istio',
      remedy: /mesh\.kind: istio/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
