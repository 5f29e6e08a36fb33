import { z } from 'zod';
import { port, serviceAddress } from './primitives';

export const externalService = () =>
  z.strictObject({
    host: serviceAddress(),
    port: port().optional(),
    tls: z.boolean().default(true),
  });
