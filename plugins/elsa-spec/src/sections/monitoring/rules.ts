import type { Rule } from '../Rule';

export const collectionIsPossible: Rule<'monitoring'> = (
  spec,
  { host: profile },
) => {
  const { collection, otlpEndpoint, metricProfile } = spec.monitoring;
  return [
    collection === 'service-monitor' &&
      !profile.metricSources.some(
        source => source === 'prometheus-net' || source === 'guide',
      ) && {
        path: 'monitoring.collection',
        value: collection,
        message: `Images of host profile ${profile.id} expose no metrics to scrape.`,
        remedy: 'Use collection: none, or your own image.',
      },
    collection === 'service-monitor' &&
      metricProfile === 'otel' && {
        path: 'monitoring.collection',
        value: collection,
        message: 'Metric profile otel is pushed, not scraped.',
        remedy: 'Use collection: otlp.',
      },
    collection === 'otlp' &&
      !profile.server.environment.otlpEndpoint && {
        path: 'monitoring.collection',
        value: collection,
        message: `The images of host profile ${profile.id} export no OTLP.`,
        remedy: 'Use collection: none, or your own image.',
      },
    collection === 'otlp' &&
      otlpEndpoint === undefined && {
        path: 'monitoring.otlpEndpoint',
        message: 'The metrics have nowhere to go.',
        remedy: 'Set the OTLP collector address.',
      },
  ];
};
