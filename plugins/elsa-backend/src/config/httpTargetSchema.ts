import { readFileSync } from 'node:fs';
import { z } from 'zod';
import {
  duration,
  flag,
  integer,
  name,
  type Refuse,
  refuser,
  requiredText,
  text,
} from './fields';
import { LABEL_VALUE } from '../text';

const MEBIBYTE = 1024 * 1024;

/** What limits the length of one answer. */
export const maxResponseBytes = () =>
  integer({
    description: 'Longer responses are rejected',
    default: 32 * MEBIBYTE,
    fallback: '33554432 (32 MiB)',
    min: 1024,
    max: 512 * MEBIBYTE,
  });

/** A line break in a credential would end the header that carries it. */
function credential(value: string, refuse: Refuse): string {
  return /[\r\n\0]/.test(value)
    ? refuse('remove the line break; it often comes from the end of a file', {
        shown: '***',
      })
    : value;
}

function checkName(value: string, refuse: Refuse): string {
  return LABEL_VALUE.test(value)
    ? value
    : refuse(
        'use at most 63 letters, digits, ".", "_" and "-", with a letter or digit at both ends',
      );
}

function checkUrl(value: string, refuse: Refuse): string {
  const remedy =
    'write the address that holds /api/v1 or /api/v2, such as https://prometheus.example.com';
  if (!URL.canParse(value)) {
    return refuse(remedy);
  }
  const url = new URL(value);
  if (url.username || url.password) {
    return refuse(
      'move user name and password to auth: { type: basic, username, password }',
      // The value is left out on purpose: it holds a password.
      { shown: `${url.protocol}//***@${url.host}` },
    );
  }
  if (!['http:', 'https:'].includes(url.protocol) || url.search || url.hash) {
    return refuse(remedy);
  }
  return value.replace(/\/+$/, '');
}

const authSchema = z.preprocess(
  value => (value instanceof Object ? { type: 'none', ...value } : value),
  z.discriminatedUnion(
    'type',
    [
      z.object({ type: z.literal('none') }),
      z.object({
        type: z.literal('bearer'),
        token: requiredText(
          { description: 'Bearer token', visibility: 'secret' },
          credential,
        ),
      }),
      z.object({
        type: z.literal('basic'),
        username: requiredText({ description: 'User name' }, credential),
        password: requiredText(
          { description: 'Password', visibility: 'secret' },
          credential,
        ),
      }),
      z.object({
        type: z.literal('mtls'),
        cert: text({
          description: 'Client certificate in PEM form; or `certFile`',
        }),
        certFile: text({ description: 'File with the client certificate' }),
        key: text({
          description: 'Private key in PEM form; or `keyFile`',
          visibility: 'secret',
        }),
        keyFile: text({ description: 'File with the private key' }),
      }),
    ],
    { error: 'use one of none, bearer, basic, mtls' },
  ),
);

export type HttpTargetAuth =
  | { type: 'none' }
  | { type: 'bearer'; token: string }
  | { type: 'basic'; username: string; password: string }
  | { type: 'mtls'; cert: string; key: string };

/** Reads the file that a key names, where the other key does not hold it. */
function readPem<Key extends string>(
  section: { [K in Key | `${Key}File`]?: string },
  key: Key,
  refuse: Refuse,
): string | undefined {
  const fileKey = `${key}File` as const;
  const inline = section[key];
  const file = section[fileKey];
  if (inline !== undefined || file === undefined) {
    return inline;
  }
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return refuse('the backend must be able to read this file', {
      path: [fileKey],
    });
  }
}

const auth = authSchema
  .optional()
  .transform((value = { type: 'none' }, context): HttpTargetAuth => {
    if (value.type !== 'mtls') {
      return value;
    }
    const refuse = refuser(context);
    const cert = readPem(value, 'cert', refuse);
    const key = readPem(value, 'key', refuse);
    return cert && key
      ? { type: 'mtls', cert, key }
      : refuse(
          'also set auth.certFile (or auth.cert) and auth.keyFile (or auth.key), both in PEM form',
          { path: ['type'] },
        );
  });

export interface TlsConfig {
  ca?: string;
  rejectUnauthorized: boolean;
}

const tls = z
  .object({
    ca: text({
      description:
        'CA certificates in PEM form that replace those of the system; or `caFile`',
    }),
    caFile: text({ description: 'File with the CA certificates' }),
    skipVerify: flag({
      description: 'Accepts any certificate: for tests only',
      default: false,
    }),
  })
  .prefault({})
  .transform(({ skipVerify, ...files }, context): TlsConfig => ({
    ca: readPem(files, 'ca', refuser(context)),
    rejectUnauthorized: !skipVerify,
  }));

/** How to reach one Prometheus or Alertmanager. */
export const httpTargetFields = {
  name: requiredText(
    { description: 'Unique in its list; shown to users' },
    checkName,
  ),
  url: requiredText(
    {
      description:
        'Address below which the API is, without user name and password',
    },
    checkUrl,
  ),
  auth,
  tls,
  tenant: z
    .object({
      header: name({
        description:
          'Header that names the tenant, for Mimir, Cortex and Thanos',
        default: 'X-Scope-OrgID',
        // RFC 9110 field name.
        pattern: /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/,
        remedy: 'use the name of an HTTP header, such as X-Scope-OrgID',
      }),
      value: requiredText(
        {
          description: 'Sent with every request to multi-tenant servers',
        },
        credential,
      ),
    })
    .optional(),
  timeout: duration({
    description: 'For one whole answer',
    default: '10 seconds',
    minMs: 100,
  }),
  maxResponseBytes: maxResponseBytes(),
};
