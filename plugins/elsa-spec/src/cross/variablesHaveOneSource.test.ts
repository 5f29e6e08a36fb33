import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('variablesHaveOneSource', () => {
  it.each<Refusal>([
    {
      title: 'a variable without a value',
      change: { server: { env: [{ name: 'REGION' }] } },
      path: 'server.env[0]',
      value: 'REGION',
      remedy: /exactly one/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
