import { entityRef } from '../../fields/primitives';

export const system = () =>
  entityRef(['system'])
    .optional()
    .describe('System of the catalog that groups several environments');
