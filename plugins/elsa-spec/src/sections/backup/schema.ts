import { z } from 'zod';
import {
  annotations,
  cronSchedule,
  objectName,
  timeZone,
} from '../../fields/primitives';
import { httpsUrl } from '../../fields/urls';
import { storageClaim } from '../../fields/storageClaim';
import { BACKUP_METHODS } from '../../profiles';

const bucketPath = () =>
  z
    .string()
    .refine(
      value =>
        /^(s3|gs):\/\/[a-z0-9][a-z0-9._-]{1,62}(\/[A-Za-z0-9._=-]+)*$/.test(
          value,
        ) ||
        /^https:\/\/[a-z0-9]{3,24}\.blob\.core\.windows\.net(\/[A-Za-z0-9._=-]+)+$/.test(
          value,
        ),
      {
        message: 'This is not a valid object store path.',
        params: {
          remedy:
            'Write s3://bucket/path, gs://bucket/path or https://account.blob.core.windows.net/container/path.',
        },
      },
    );

export const backup = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    schedule: cronSchedule().default('15 2 * * *'),
    timeZone: timeZone().default('UTC'),
    retentionDays: z
      .int()
      .min(1)
      .max(3650)
      .default(14)
      .describe(
        'Days that dumps and backups in an object store are kept; CloudNativePG never deletes volume snapshots',
      ),
    method: z
      .enum(BACKUP_METHODS)
      .optional()
      .describe(
        'A dump by CronJob to a volume, or what CloudNativePG schedules: volume snapshots or an object store',
      ),
    storage: storageClaim().prefault({}),
    volumeSnapshotClass: objectName('a volume snapshot class').optional(),
    objectStore: z
      .strictObject({
        existing: objectName('an ObjectStore name').describe(
          'Name of a Barman Cloud ObjectStore of the namespace',
        ),
        destinationPath: bucketPath().describe(
          'Bucket and path: s3://, gs:// or the https address of an Azure container',
        ),
        endpoint: httpsUrl().describe(
          'Address of an S3 service other than AWS',
        ),
        useWorkloadIdentity: z
          .boolean()
          .describe(
            "Credentials come from the pods' cloud identity, which is the default; otherwise from the Secret of the component backup",
          ),
        serviceAccountAnnotations: annotations().describe(
          "On the instances' ServiceAccount, by which a cloud finds its identity",
        ),
      })
      .partial()
      .optional()
      .describe('Where CloudNativePG puts backups'),
    velero: z
      .strictObject({
        enabled: z.boolean().default(false),
        namespace: objectName('a namespace').default('velero'),
        schedule: cronSchedule().default('0 3 * * *'),
        retentionHours: z.int().min(1).max(87600).default(720),
        storageLocation: objectName('a storage location').default('default'),
      })
      .prefault({}),
  });
