import { NotAllowedError } from '@backstage/errors';
import type { OwnerAccess } from '../access/ownerAccess';

/** Lets everybody create for these owners; for all where none are named. */
export function createTestAccess(...allowed: string[]): OwnerAccess {
  return {
    assertMayCreateFor: async owners => {
      const refused = [...owners].find(
        owner => allowed.length > 0 && !allowed.includes(owner),
      );
      if (refused) {
        throw new NotAllowedError(`not for ${refused}`);
      }
    },
  };
}
