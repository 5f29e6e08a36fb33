import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('environment spec', () => {
  it.each<Refusal>([
    {
      title: 'a preset that does not exist',
      change: { preset: 'prod' },
      path: 'preset',
      value: 'prod',
      remedy: /development, staging, production/,
    },
    {
      title: 'a misspelt section',
      change: { databse: { provider: 'mysql' } },
      path: 'databse',
      value: '(object)',
      remedy: /spelling/,
    },
    {
      title: 'another kind of document',
      change: { kind: 'Deployment' },
      path: 'kind',
      value: 'Deployment',
      remedy: /ElsaEnvironment/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
