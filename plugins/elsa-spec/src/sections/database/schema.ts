/* eslint-disable max-lines-per-function -- a table of the section's fields */
import { z } from 'zod';
import {
  port,
  resources,
  secretKeyRef,
  serviceAddress,
} from '../../fields/primitives';
import { storageClaim } from '../../fields/storageClaim';
import {
  DATABASE_MODES,
  DATABASE_PROVIDERS,
  DATABASE_TLS_MODES,
} from '../../profiles';

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
      .enum(DATABASE_MODES)
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
        tls: z.enum(DATABASE_TLS_MODES).default('verify-full'),
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
