import { toError } from '@backstage/errors';
import {
  buildRawSliQuery,
  getMetricProfile,
  METRIC_PROFILE_IDS,
  SLO_KINDS,
  type SloIndicator,
} from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import { isObjective } from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { z } from 'zod';
import {
  field,
  integer,
  oneOf,
  optionalField,
  refuser,
  requiredText,
  sections,
  text,
  toNumber,
} from './fields';

const objective = field(
  {
    description: 'Target ratio, such as 0.999',
    type: 'number',
    isRequired: true,
  },
  (value, refuse): number => {
    const number = toNumber(value);
    return isObjective(number)
      ? number
      : refuse('use a ratio between 0 and 1, such as 0.999');
  },
);

const thresholdMilliseconds = optionalField(
  {
    description: 'For `latency`; must be a bucket bound of the profile',
    type: 'number',
  },
  (value, refuse): number => {
    const number = toNumber(value);
    return Number.isFinite(number)
      ? number
      : refuse('use a number of milliseconds, such as 500');
  },
);

const sloSchema = z
  .object({
    name: requiredText(
      { description: 'Name of the SLO, as rules record it' },
      (value, refuse) =>
        /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/.test(value)
          ? value
          : refuse(
              'use lower-case letters, digits and hyphens, at most 40, beginning with a letter',
            ),
    ),
    title: text({ description: 'Shown to users', fallback: 'the name' }),
    description: text({ description: 'Shown to users' }),
    indicator: oneOf(SLO_KINDS, { description: 'What is measured' }),
    objective,
    windowDays: integer({
      description: 'Days over which the objective holds',
      default: 30,
      min: 1,
      max: 90,
    }),
    thresholdMilliseconds,
    metricProfile: oneOf(METRIC_PROFILE_IDS, {
      description: 'Where requests are counted',
      default: 'otel',
    }),
  })
  .transform(
    ({ indicator: kind, thresholdMilliseconds: ms, ...slo }, context) => {
      const indicator: SloIndicator = {
        kind,
        ...(ms !== undefined && { thresholdSeconds: ms / 1000 }),
      };
      try {
        // Whether the profile can measure this is known to the query alone.
        buildRawSliQuery(getMetricProfile(slo.metricProfile), indicator, '5m');
      } catch (error) {
        return refuser(context)(toError(error).message, {
          path: ['indicator'],
        });
      }
      return { ...slo, indicator };
    },
  );

/** SLOs that are evaluated from raw metrics. */
export const slosSchema = z.array(sloSchema).default([]).register(sections, {
  description:
    'SLOs evaluated from raw metrics for environments whose rules record none of that name',
});
