import {
  expectedIssue,
  issuesOf,
  type Refusal,
  slo,
} from '../../__testUtils__/refusal';

describe('section slos', () => {
  it.each<Refusal>([
    {
      title: 'an objective that can never page',
      change: slo({ objective: 0.9 }),
      path: 'slos[0].objective',
      value: 0.9,
      remedy: /0\.931/,
    },
    {
      title: 'a period that a window of the burn rates is as long as',
      change: slo({ windowDays: 3 }),
      path: 'slos[0].windowDays',
      value: 3,
      remedy: /7/,
    },
    {
      title: 'an objective in percent',
      change: slo({ objective: 99.9 }),
      path: 'slos[0].objective',
      value: 99.9,
      remedy: /less than 1/,
    },
    {
      title: 'a custom query without range',
      change: slo({
        indicator: 'custom',
        errorRatioQuery: 'vector(0)',
      }),
      path: 'slos[0].errorRatioQuery',
      value: 'vector(0)',
      remedy: /\{\{\.window\}\}/,
    },
    {
      title: 'two objectives of one name',
      change: {
        monitoring: { enabled: true },
        slos: [...slo({}).slos, ...slo({}).slos],
      },
      path: 'slos[1].name',
      value: 'availability',
      remedy: /its own name/,
    },
    {
      title: 'a custom objective without queries',
      change: slo({ indicator: 'custom' }),
      path: 'slos[0].errorQuery',
      remedy: /one of the two forms/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
