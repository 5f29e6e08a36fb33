import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section mesh', () => {
  it.each<Refusal>([
    {
      title: 'a canary without Linkerd',
      change: { mesh: { kind: 'istio', canary: { service: 'x' } } },
      path: 'mesh.canary',
      remedy: /linkerd/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
