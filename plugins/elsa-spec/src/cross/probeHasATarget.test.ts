import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../__testUtils__/refusal';

describe('probeHasATarget', () => {
  it.each<Refusal>([
    {
      title: 'a probe of an environment that is not exposed',
      change: {
        exposure: { kind: 'none' },
        studio: { enabled: false },
        monitoring: { enabled: true, probe: { enabled: true } },
      },
      path: 'monitoring.probe.enabled',
      value: true,
      remedy: /Disable the probe/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
