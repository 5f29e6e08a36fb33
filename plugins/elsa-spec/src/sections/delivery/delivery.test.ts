import {
  expectedIssue,
  HIDDEN,
  issuesOf,
  type Refusal,
  SECRET,
} from '../../__testUtils__/refusal';

describe('section delivery', () => {
  it.each<Refusal>([
    {
      title: 'a repository address with a password',
      change: {
        delivery: { repository: { url: 'https://me:pass@github.com/a/b' } },
      },
      path: 'delivery.repository.url',
      value: HIDDEN,
      remedy: SECRET,
    },
    {
      title: 'a repository address that is an option',
      change: { delivery: { repository: { url: '--upload-pack=x' } } },
      path: 'delivery.repository.url',
      value: '--upload-pack=x',
      remedy: /address/,
    },
    {
      title: 'a branch that leads upwards',
      change: { delivery: { repository: { branch: '../main' } } },
      path: 'delivery.repository.branch',
      value: '../main',
      remedy: /check-ref-format/,
    },
    {
      title: "Argo CD's default project",
      change: { delivery: { argocd: { project: 'default' } } },
      path: 'delivery.argocd.project',
      value: 'default',
      remedy: /its own project/,
    },
    {
      title: 'Argo CD without repository',
      change: { delivery: { argocd: { enabled: true } } },
      path: 'delivery.repository.url',
      remedy: /Set the URL/,
    },
    {
      title: 'a destination by name and by address',
      change: {
        delivery: {
          argocd: {
            destination: { name: 'eu', server: 'https://eu.example.com' },
          },
        },
      },
      path: 'delivery.argocd.destination',
      remedy: /name or server/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
