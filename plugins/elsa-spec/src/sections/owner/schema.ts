import { entityRef } from '../../fields/primitives';

export const owner = () =>
  entityRef(['group', 'user']).describe('Who owns the environment');
