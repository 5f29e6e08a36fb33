import { z } from 'zod';
import { resources } from '../../fields/primitives';

export const pgbouncer = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    poolMode: z.enum(['session', 'transaction']).default('session'),
    replicas: z.int().min(1).max(20).default(2),
    poolSize: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe(
        'Server connections of one PgBouncer; as many as fit into maxConnections unless given',
      ),
    maxClientConnections: z.int().min(10).max(100000).default(500),
    resources: resources().prefault({}),
  });
