import { z } from 'zod';
import { DATABASE_PROVIDERS } from '../../profiles';
import {
  annotations,
  cronSchedule,
  httpsUrl,
  objectName,
  port,
  resources,
  secretKeyRef,
  serviceAddress,
  timeZone,
  volumeSize,
} from './fields';

const storageClaim = () =>
  z.strictObject({
    size: volumeSize().optional(),
    storageClass: objectName('a storage class').optional(),
  });

const identifier = (what: string) =>
  z.string().refine(value => /^[a-z_][a-z0-9_]{0,62}$/.test(value), {
    message: `This is not ${what} that every database accepts without quotes.`,
    params: {
      remedy:
        'Use lower-case letters, digits and underscores, not starting with a digit, at most 63 characters.',
    },
  });

export const database = () =>
  z.strictObject({
    provider: z.enum(DATABASE_PROVIDERS).default('postgresql'),
    mode: z
      .enum(['embedded', 'external', 'cloudnativepg'])
      .default('embedded')
      .describe(
        'One official image in the namespace, a server that exists already, or a cluster by the CloudNativePG operator',
      ),
    version: z
      .string()
      .refine(value => /^[0-9]{1,4}(\.[0-9]{1,3}){0,2}$/.test(value), {
        message: 'This is not a version of a database.',
        params: { remedy: 'Write the version in digits, such as "17".' },
      })
      .optional(),
    name: identifier('a database name').default('elsa'),
    username: identifier('a user name').default('elsa'),
    external: z
      .strictObject({
        host: serviceAddress(),
        port: port().optional(),
        tls: z
          .enum(['verify-full', 'require', 'disable'])
          .default('verify-full'),
        caSecret: secretKeyRef()
          .optional()
          .describe(
            "Secret that holds the certificate of the server's authority",
          ),
      })
      .optional(),
    instances: z
      .int()
      .min(1)
      .max(9)
      .default(1)
      .describe('Instances of a CloudNativePG cluster'),
    maxConnections: z.int().min(20).max(10000).default(200),
    sqlserver: z
      .strictObject({
        acceptEula: z
          .boolean()
          .default(false)
          .describe("You accept Microsoft's licence terms"),
        edition: z
          .enum(['Developer', 'Express', 'Standard', 'Enterprise'])
          .default('Developer'),
      })
      .prefault({}),
    maxPoolSize: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe(
        'Connections of one pool of one server pod; as many as fit into maxConnections unless given',
      ),
    storage: storageClaim().prefault({}),
    resources: resources().prefault({}),
  });

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

const externalService = () =>
  z.strictObject({
    host: serviceAddress(),
    port: port().optional(),
    tls: z.boolean().default(true),
  });

export const redis = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    engine: z.enum(['valkey', 'redis']).default('valkey'),
    mode: z.enum(['embedded', 'external']).default('embedded'),
    external: externalService().optional(),
    storage: storageClaim().prefault({}),
    resources: resources().prefault({}),
  });

export const rabbitmq = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    mode: z.enum(['embedded', 'operator', 'external']).default('embedded'),
    replicas: z.int().min(1).max(9).default(1),
    external: externalService()
      .extend({
        virtualHost: z
          .string()
          .refine(value => /^[A-Za-z0-9/._-]{1,255}$/.test(value), {
            message: 'This is not the name of a virtual host.',
            params: {
              remedy:
                'Use letters, digits, slashes, dots, hyphens and underscores.',
            },
          })
          .default('/'),
      })
      .optional(),
    storage: storageClaim().prefault({}),
    resources: resources().prefault({}),
  });

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
        message: 'This is not the path of an object store.',
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
      .enum(['dump', 'volume-snapshot', 'object-store'])
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
