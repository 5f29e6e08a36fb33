import type { Rule } from '../sections/Rule';
import { locateData } from '../data';
import { NO_DATA } from '../data/findAbandonedData';

/**
 * An acknowledgement holds for the change that it names. Once the field says
 * something else it has to go: it would allow the same change another time,
 * when nobody has moved the data.
 */
export const dataMovesAreCurrent: Rule = (spec, profiles) => {
  if (spec.dataMoves.length === 0) return [];
  const location = locateData({ spec, profiles });
  return spec.dataMoves.map(({ field, to }, index) => {
    const current = location[field] ?? NO_DATA;
    return (
      current !== to && {
        path: `dataMoves[${index}]`,
        message: `It acknowledges a change of ${field} to ${JSON.stringify(to)}, but the spec now says ${JSON.stringify(current)}.`,
        remedy:
          'Remove the acknowledgement. Generating the environment tells you which one the change needs.',
      }
    );
  });
};
