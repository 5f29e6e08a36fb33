import { z } from 'zod';
import { objectName } from '../../fields/primitives';

const SECRET_KINDS = [
  'existing',
  'external-secrets',
  'sealed-secrets',
] as const;

const sealedValue = () =>
  z
    .string()
    .refine(value => /^[A-Za-z0-9+/=]{100,8192}$/.test(value), {
      message: 'This is not what kubeseal prints.',
      params: {
        remedy:
          'Paste the output of kubeseal --raw: one line of Base64, at least 100 characters. Never paste the secret itself.',
        // Somebody may have pasted the secret itself.
        isSecret: true,
      },
    })
    .meta({ pattern: '^[A-Za-z0-9+/=]{100,8192}$' });

export const secrets = () =>
  z.strictObject({
    kind: z.enum(SECRET_KINDS).default('existing'),
    names: z
      .strictObject({
        server: objectName('a Secret name'),
        database: objectName('a Secret name'),
        redis: objectName('a Secret name'),
        rabbitmq: objectName('a Secret name'),
        backup: objectName('a Secret name').describe(
          'Credentials of the object store that backups go to',
        ),
      })
      .partial()
      .prefault({})
      .describe('Names of the Secrets; <environment>-<component> unless given'),
    store: z
      .strictObject({
        kind: z
          .enum(['ClusterSecretStore', 'SecretStore'])
          .default('ClusterSecretStore'),
        name: objectName('a store name'),
      })
      .optional(),
    remotePath: z
      .string()
      .refine(
        value =>
          /^[A-Za-z0-9][A-Za-z0-9/_.-]{0,511}$/.test(value) &&
          !value.split('/').includes('..'),
        {
          message: 'This is not a path in a secret store.',
          params: {
            remedy:
              'Use letters, digits, slashes, dots, hyphens and underscores; no "..".',
          },
        },
      )
      .optional()
      .describe(
        'Prefix of the entries in the store; the component follows. elsa/<environment> unless given',
      ),
    sealed: z
      .partialRecord(
        z.enum(['server', 'database', 'redis', 'rabbitmq', 'backup']),
        z.record(z.string().regex(/^[-._a-zA-Z0-9]{1,253}$/), sealedValue()),
      )
      .optional()
      .describe('Encrypted values, as kubeseal --raw prints them'),
    refreshInterval: z
      .string()
      .refine(value => /^[1-9][0-9]{0,3}(s|m|h)$/.test(value), {
        message: 'This is not a duration.',
        params: { remedy: 'Write a number with s, m or h, such as 1h.' },
      })
      .default('1h'),
  });
