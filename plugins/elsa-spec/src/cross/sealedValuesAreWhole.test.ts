import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('sealedValuesAreWhole', () => {
  it.each<Refusal>([
    {
      title: 'Sealed Secrets without sealed values',
      change: { secrets: { kind: 'sealed-secrets' } },
      path: 'secrets.sealed.server["signing-key"]',
      remedy: /kubeseal --raw/,
    },
    {
      title: 'credentials of an object store that are not sealed',
      change: {
        secrets: { kind: 'sealed-secrets' },
        database: { mode: 'cloudnativepg' },
        backup: {
          enabled: true,
          method: 'object-store',
          objectStore: {
            destinationPath: 's3://backups/a',
            useWorkloadIdentity: false,
          },
        },
      },
      path: 'secrets.sealed.backup["secret-access-key"]',
      remedy: /kubeseal --raw .*-backup /,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
