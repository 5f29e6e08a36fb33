import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('onlyHostsThatReadItUseRedis', () => {
  it.each<Refusal>([
    {
      title: 'Redis beside an official image',
      change: { redis: { enabled: true } },
      path: 'redis.enabled',
      value: true,
      remedy: /Disable redis/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
