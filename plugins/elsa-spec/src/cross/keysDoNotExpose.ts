import type { Rule } from '../sections/Rule';
import { keyOwners, mayExpose } from './exposingKeys';
import {
  describeVerdict,
  letsAnybodyIn,
} from '../sections/host/publicCredentials';

/**
 * Labels and annotations that the spec puts on this template's own objects can
 * expose them as well, or undo the limit of sources at the edge.
 */
export const keysDoNotExpose: Rule<
  'host' | 'studio' | 'server' | 'exposure' | 'extra'
> = (spec, { host: profile }) => {
  if (!letsAnybodyIn(spec, profile)) return [];
  const why = describeVerdict(spec, profile);
  const owners = keyOwners(spec);
  const fields: Record<string, Record<string, string>> = {
    'exposure.annotations': spec.exposure.annotations,
    'extra.annotations': spec.extra.annotations,
    'extra.labels': spec.extra.labels,
    'server.podAnnotations': spec.server.podAnnotations,
    'server.podLabels': spec.server.podLabels,
    'studio.podAnnotations': spec.studio.podAnnotations,
    'studio.podLabels': spec.studio.podLabels,
  };
  return Object.entries(fields).flatMap(([path, entries]) =>
    Object.entries(entries).map(
      ([key, value]) =>
        mayExpose(key, owners) && {
          path: `${path}[${JSON.stringify(key)}]`,
          value,
          message: `A controller could read this as a request to expose the server or lift its limits, and ${why}.`,
          remedy:
            "Remove it, or use a key without a prefix or with a prefix under the exposed host's domain.",
        },
    ),
  );
};
