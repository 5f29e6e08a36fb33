import { z } from 'zod';
import { externalService } from '../../fields/externalService';
import { resources } from '../../fields/primitives';
import { storageClaim } from '../../fields/storageClaim';
import { RABBITMQ_MODES } from '../../profiles';

export const rabbitmq = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    mode: z.enum(RABBITMQ_MODES).default('embedded'),
    replicas: z.int().min(1).max(9).default(1),
    external: externalService()
      .extend({
        virtualHost: z
          .string()
          .refine(value => /^[A-Za-z0-9/._-]{1,255}$/.test(value), {
            message: 'This is not a valid virtual host name.',
            params: {
              remedy:
                'Use letters, digits, slashes, dots, hyphens and underscores.',
            },
          })
          .default('/'),
      })
      .optional(),
    storage: storageClaim().prefault({}),
    resources: resources().prefault({}),
  });
