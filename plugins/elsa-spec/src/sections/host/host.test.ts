import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section host', () => {
  it.each<Refusal>([
    {
      title: 'a tag that moves',
      change: { host: { server: { tag: 'latest' } } },
      path: 'host.server.tag',
      value: 'latest',
      remedy: /3\.9\.0/,
    },
    {
      title: 'a digest that is none',
      change: { host: { server: { digest: 'sha256:abc' } } },
      path: 'host.server.digest',
      value: 'sha256:abc',
      remedy: /64 lowercase hexadecimal/,
    },
    {
      title: 'a repository with a tag',
      change: { host: { server: { repository: 'ghcr.io/a/b:1' } } },
      path: 'host.server.repository',
      value: 'ghcr.io/a/b:1',
      remedy: /without tag/,
    },
    {
      title: "an image of Bitnami's",
      change: { host: { server: { repository: 'docker.io/bitnami/elsa' } } },
      path: 'host.server.repository',
      value: 'docker.io/bitnami/elsa',
      remedy: /no longer maintained/,
    },
    {
      title: 'probes of an official image',
      change: { host: { probes: { live: '/health/live' } } },
      path: 'host.probes',
      remedy: /Remove host\.probes/,
    },
    {
      title: 'a version tag of an image that has none',
      change: { host: { profile: 'legacy-v3-5', server: { tag: '3.5.2' } } },
      path: 'host.server.tag',
      value: '3.5.2',
      remedy: /digest/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
