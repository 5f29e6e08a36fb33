import { z } from 'zod';
import { environmentName, freeText, line } from '../../fields/primitives';

export const metadata = () =>
  z.strictObject({
    name: environmentName().describe(
      'Name of the environment: Helm release, catalog entity and prefix of every object',
    ),
    title: line(100).optional(),
    description: freeText(2000).optional(),
    tags: z
      .array(
        z
          .string()
          .refine(
            value =>
              value.length <= 63 && /^[a-z0-9+#]+(-[a-z0-9+#]+)*$/.test(value),
            {
              message: 'This is not a tag that the catalog accepts.',
              params: {
                remedy:
                  'Use lower-case letters, digits, + and #, separated by single hyphens, at most 63 characters.',
              },
            },
          ),
      )
      .max(20)
      .default([]),
  });
