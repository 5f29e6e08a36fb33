import { z } from 'zod';
import { objectName } from '../../fields/primitives';

export const storage = () =>
  z.strictObject({
    storageClass: objectName('a storage class')
      .optional()
      .describe("Class of every volume; the cluster's default unless given"),
    createStorageClass: z
      .boolean()
      .default(false)
      .describe(
        'Cluster-wide object for the target cloud; usually the platform team owns it',
      ),
    createVolumeSnapshotClass: z.boolean().default(false),
  });
