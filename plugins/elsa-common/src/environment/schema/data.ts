import { z } from 'zod';
import { DATABASE_PROVIDERS } from '../../profiles';
import {
  cronSchedule,
  memory,
  objectName,
  port,
  resources,
  secretKeyRef,
  serviceAddress,
  timeZone,
} from './fields';

const storageClaim = () =>
  z.strictObject({
    size: memory().optional(),
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
    maxPoolSize: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe(
        'Connections per server replica; as many as fit into maxConnections unless given',
      ),
    storage: storageClaim().prefault({}),
    resources: resources().prefault({}),
  });

export const pgbouncer = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    poolMode: z.enum(['session', 'transaction']).default('session'),
    replicas: z.int().min(1).max(20).default(1),
    poolSize: z.int().min(1).max(1000).default(20),
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

export const backup = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    schedule: cronSchedule().default('15 2 * * *'),
    timeZone: timeZone().default('UTC'),
    retentionDays: z.int().min(1).max(3650).default(14),
    method: z
      .enum(['dump', 'volume-snapshot', 'object-store'])
      .default('dump')
      .describe(
        'A dump by CronJob to a volume, or what CloudNativePG schedules: volume snapshots or an object store',
      ),
    storage: storageClaim().prefault({}),
    volumeSnapshotClass: objectName('a volume snapshot class').optional(),
    objectStore: objectName('an ObjectStore name')
      .optional()
      .describe(
        "Name of the Barman Cloud plugin's ObjectStore in the namespace",
      ),
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
