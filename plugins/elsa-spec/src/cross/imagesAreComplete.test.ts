import {
  digest,
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('imagesAreComplete', () => {
  it.each<Refusal>([
    {
      title: 'a clustered host without image',
      change: { host: { profile: 'clustered' } },
      path: 'host.server.repository',
      remedy: /repository of the server image/,
    },
    {
      title: 'legacy images without digest',
      change: { host: { profile: 'legacy-v3-5', studio: { digest } } },
      path: 'host.server.digest',
      value: 'docker.io/elsaworkflows/elsa-server-v3-5',
      remedy: /digest/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
