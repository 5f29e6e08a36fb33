import { z } from 'zod';
import { workload } from '../../fields/workload';

export const studio = () =>
  z.strictObject({ enabled: z.boolean().default(true), ...workload() });
