import { z } from 'zod';
import { workload } from '../../fields/workload';
import { LOCK_PROVIDERS } from '../../profiles';

export const server = () =>
  z.strictObject({
    ...workload(),
    locks: z
      .enum(LOCK_PROVIDERS)
      .optional()
      .describe(
        'Where distributed locks live; the safest that the profile has unless given',
      ),
    preStopSeconds: z.int().min(0).max(120).default(15),
    shutdownSeconds: z
      .int()
      .min(5)
      .max(3600)
      // Elsa drains for 30 s; whatever else the host has to stop comes after it.
      .default(45)
      .describe('Time that running workflows get to finish'),
  });
