import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section security', () => {
  it.each<Refusal>([
    {
      title: 'a quota without an amount',
      change: { security: { resourceQuota: { enabled: true } } },
      path: 'security.resourceQuota',
      remedy: /cpu, memory or pods/,
    },
    ...[
      'system:anonymous',
      'system:authenticated',
      'system:unauthenticated',
      'system:serviceaccounts',
      'system:serviceaccounts:payments',
    ].map((name): Refusal => ({
      title: `${name} among the viewers`,
      change: { security: { viewers: [{ kind: 'Group', name }] } },
      path: 'security.viewers[0].name',
      value: name,
      remedy: /your own group/,
    })),
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });

  it('should allow viewers who are some', () => {
    const viewers = ['oidc:team-payments', 'system:serviceaccount:ops:reader'];
    expect(
      issuesOf({
        title: 'some viewers',
        change: {
          security: { viewers: viewers.map(name => ({ kind: 'User', name })) },
        },
        path: '',
        remedy: /./,
      }),
    ).toEqual([]);
  });
});
