import { metadataFields } from '../sections/metadataFields';
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
  const fields = {
    'exposure.annotations': spec.exposure.annotations,
    ...metadataFields(spec),
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
