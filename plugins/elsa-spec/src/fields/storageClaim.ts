import { z } from 'zod';
import { objectName, volumeSize } from './primitives';

export const storageClaim = () =>
  z.strictObject({
    size: volumeSize().optional(),
    storageClass: objectName('a storage class').optional(),
  });
