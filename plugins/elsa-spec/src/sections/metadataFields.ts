import type { Sections } from './Rule';

/** Labels and annotations that a spec adds to the template's own objects, by their path. */
export const metadataFields = ({
  server,
  studio,
  extra,
}: Sections<'server' | 'studio' | 'extra'>): Record<
  string,
  Record<string, string>
> => ({
  'server.podLabels': server.podLabels,
  'studio.podLabels': studio.podLabels,
  'server.podAnnotations': server.podAnnotations,
  'studio.podAnnotations': studio.podAnnotations,
  'extra.labels': extra.labels,
  'extra.annotations': extra.annotations,
});
