import { z } from 'zod';
import { freeText, line } from '../../fields/primitives';

/** What an objective can measure. @public */
export const SLO_INDICATORS = [
  'availability',
  'success',
  'latency',
  'database',
  'workflow',
  'custom',
] as const;

const query = () =>
  z
    .string()
    .min(1)
    .max(4000)
    .refine(value => value.includes('{{.window}}'), {
      message: 'The query has no placeholder for its range.',
      params: {
        remedy: 'Write {{.window}} in place of the range, as in [{{.window}}].',
      },
    });

const slo = () =>
  z.strictObject({
    name: z
      .string()
      .refine(
        value =>
          value.length <= 40 && /^[a-z]([-a-z0-9]*[a-z0-9])?$/.test(value),
        {
          message: 'This is not a valid objective name.',
          params: {
            remedy:
              'Use lower-case letters, digits and hyphens, start with a letter, at most 40 characters.',
          },
        },
      ),
    title: line(100).optional(),
    description: freeText(500).optional(),
    indicator: z.enum(SLO_INDICATORS),
    objective: z.number().gt(0).lt(1).describe('Target ratio, such as 0.999'),
    windowDays: z
      .int()
      // The windows of the burn rates reach over three days: a period must be
      // longer, and its series must not have the name of one of theirs.
      .min(7)
      .max(90)
      .default(30)
      .describe('Days that the error budget is for'),
    thresholdMilliseconds: z
      .int()
      .min(1)
      .max(600000)
      .optional()
      .describe('A request is fast enough up to this time'),
    errorQuery: query().optional(),
    totalQuery: query().optional(),
    errorRatioQuery: query().optional(),
  });

export const slos = () => z.array(slo()).max(20);
