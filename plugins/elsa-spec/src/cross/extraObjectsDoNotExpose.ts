import type { Rule } from '../sections/Rule';
import { ALLOWED_EXTRA_KINDS } from './exposureFacts';
import { extraObjectProblem } from './extraObjectProblem';
import {
  describeVerdict,
  letsAnybodyIn,
  SAFE,
} from '../sections/host/publicCredentials';

const ALLOWED = Object.keys(ALLOWED_EXTRA_KINDS)
  .map(kind => kind.split('/').pop())
  .sort()
  .join(', ');

/**
 * Beside a server that accepts published credentials stand only kinds that are known to bring
 * nobody there, acknowledged or not: the limit of sources does not hold on
 * routes that this template did not write.
 */
export const extraObjectsDoNotExpose: Rule<
  'metadata' | 'host' | 'studio' | 'exposure' | 'security' | 'extra'
> = (spec, { host: profile }) => {
  if (!letsAnybodyIn(spec, profile)) return [];
  const why = describeVerdict(spec, profile);
  return spec.extra.objects.map((object, index) => {
    const problem = extraObjectProblem(object, spec);
    return (
      problem !== undefined && {
        path: `extra.objects[${index}]`,
        value: `${object.kind} ${object.metadata.name}`,
        message: `${object.kind} ${object.metadata.name} ${problem}, and ${why}.`,
        remedy: `Remove it, or use an image of Elsa 3.9.0 (${SAFE}). Allowed beside such a server: ${ALLOWED}; only ClusterIP Services, network policies without ingress rules and pods without host ports, and nothing with labels or annotations that other controllers may read.`,
      }
    );
  });
};
