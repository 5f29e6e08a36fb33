import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section secrets', () => {
  it.each<Refusal>([
    {
      title: 'a remote path that leads upwards',
      change: {
        secrets: {
          kind: 'external-secrets',
          store: { name: 'vault' },
          remotePath: 'elsa/../admin',
        },
      },
      path: 'secrets.remotePath',
      value: 'elsa/../admin',
      remedy: /no "\.\."/,
    },
    {
      title: 'External Secrets without store',
      change: { secrets: { kind: 'external-secrets' } },
      path: 'secrets.store.name',
      remedy: /ClusterSecretStore/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
