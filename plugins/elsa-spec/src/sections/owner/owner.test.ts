import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section owner', () => {
  it.each<Refusal>([
    {
      title: 'an owner that is no reference',
      change: { owner: 'group:default/pay ments' },
      path: 'owner',
      value: 'group:default/pay ments',
      remedy: /group:default\/payments/,
    },
    {
      title: 'an owner that is a component',
      change: { owner: 'component:default/payments' },
      path: 'owner',
      value: 'component:default/payments',
      remedy: /group:default\/payments/,
    },
    {
      title: 'no owner',
      change: { owner: undefined },
      path: 'owner',
      remedy: /string/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
