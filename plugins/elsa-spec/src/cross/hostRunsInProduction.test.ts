import {
  env,
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('hostRunsInProduction', () => {
  it.each<Refusal>([
    {
      title: 'development mode',
      change: env('ASPNETCORE_ENVIRONMENT', 'Development'),
      path: 'server.env[0].value',
      value: 'Development',
      remedy: /Remove the variable/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
