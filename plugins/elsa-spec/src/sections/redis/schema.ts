import { z } from 'zod';
import { externalService } from '../../fields/externalService';
import { resources } from '../../fields/primitives';
import { storageClaim } from '../../fields/storageClaim';
import { REDIS_MODES } from '../../profiles';

export const redis = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    engine: z.enum(['valkey', 'redis']).default('valkey'),
    mode: z.enum(REDIS_MODES).default('embedded'),
    external: externalService().optional(),
    storage: storageClaim().prefault({}),
    resources: resources().prefault({}),
  });
