import {
  env,
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('variablesAreStatedOnce', () => {
  it.each<Refusal>([
    {
      title: 'a variable that the template sets itself',
      change: env('CONNECTIONSTRINGS__POSTGRESQL', ''),
      path: 'server.env[0].name',
      value: 'CONNECTIONSTRINGS__POSTGRESQL',
      remedy: /Remove it/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
