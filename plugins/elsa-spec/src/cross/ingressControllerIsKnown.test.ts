import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('ingressControllerIsKnown', () => {
  it.each<Refusal>([
    {
      title: 'an Ingress controller of unknown place',
      change: { exposure: { kind: 'ingress', host: 'elsa.example.com' } },
      path: 'security.networkPolicy.controllerNamespace',
      remedy: /namespace of the controller's pods/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
