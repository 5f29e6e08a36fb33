import {
  expectedIssue,
  issuesOf,
  type Refusal,
} from '../../__testUtils__/refusal';

describe('section monitoring', () => {
  it.each<Refusal>([
    {
      title: 'an address of a collector with a template in it',
      change: { monitoring: { otlpEndpoint: 'http://{{ .x }}:4317' } },
      path: 'monitoring.otlpEndpoint',
      value: 'http://{{ .x }}:4317',
      remedy: /full address/,
    },
    {
      title: 'metrics to scrape from an image that has none',
      change: { monitoring: { enabled: true, collection: 'service-monitor' } },
      path: 'monitoring.collection',
      value: 'service-monitor',
      remedy: /collection: none/,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
