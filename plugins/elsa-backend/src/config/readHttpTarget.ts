import { readFileSync } from 'node:fs';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { invalidConfig, readDurationMs, readInteger } from './checks';
import type { HttpTargetAuth, HttpTargetConfig } from './ElsaConfig';

const MEBIBYTE = 1024 * 1024;

/** RFC 9110 field name. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Reads how to reach one Prometheus or Alertmanager. */
export function readHttpTarget(config: Config): HttpTargetConfig {
  const tenant = config.getOptionalConfig('tenant');
  return {
    name: readTargetName(config),
    url: readUrl(config),
    auth: readAuth(config),
    tls: {
      ca: readPem(config, 'tls.ca', 'tls.caFile'),
      rejectUnauthorized: !(
        config.getOptionalBoolean('tls.skipVerify') ?? false
      ),
    },
    tenant: tenant && readTenant(tenant),
    timeoutMs: readDurationMs(config, 'timeout', {
      fallbackMs: 10_000,
      minMs: 100,
    }),
    maxResponseBytes: readInteger(config, 'maxResponseBytes', {
      fallback: 32 * MEBIBYTE,
      min: 1024,
      max: 512 * MEBIBYTE,
    }),
  };
}

function readTargetName(config: Config): string {
  const name = config.getString('name');
  if (!/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/.test(name)) {
    throw invalidConfig(
      config,
      'name',
      name,
      'use at most 63 letters, digits, ".", "_" and "-", with a letter or digit at both ends',
    );
  }
  return name;
}

function readUrl(config: Config): string {
  const value = config.getString('url');
  const remedy =
    'write the address that holds /api/v1 or /api/v2, such as https://prometheus.example.com';
  if (!URL.canParse(value)) {
    throw invalidConfig(config, 'url', value, remedy);
  }
  const url = new URL(value);
  if (url.username || url.password) {
    // The value is left out on purpose: it holds a password.
    throw invalidConfig(
      config,
      'url',
      `${url.protocol}//***@${url.host}`,
      'move user name and password to auth: { type: basic, username, password }',
    );
  }
  if (!['http:', 'https:'].includes(url.protocol) || url.search || url.hash) {
    throw invalidConfig(config, 'url', value, remedy);
  }
  return value.replace(/\/+$/, '');
}

function readAuth(config: Config): HttpTargetAuth {
  const type = config.getOptionalString('auth.type') ?? 'none';
  switch (type) {
    case 'none':
      return { type };
    case 'bearer':
      return { type, token: readSecretText(config, 'auth.token') };
    case 'basic':
      return {
        type,
        username: readSecretText(config, 'auth.username'),
        password: readSecretText(config, 'auth.password'),
      };
    case 'mtls': {
      const cert = readPem(config, 'auth.cert', 'auth.certFile');
      const key = readPem(config, 'auth.key', 'auth.keyFile');
      if (!cert || !key) {
        throw invalidConfig(
          config,
          'auth.type',
          type,
          'also set auth.certFile (or auth.cert) and auth.keyFile (or auth.key), both in PEM form',
        );
      }
      return { type, cert, key };
    }
    default:
      throw invalidConfig(
        config,
        'auth.type',
        type,
        'use one of none, bearer, basic, mtls',
      );
  }
}

/** A line break in a credential would end the header that carries it. */
function readSecretText(config: Config, key: string): string {
  const value = config.getString(key);
  if (/[\r\n\0]/.test(value)) {
    throw invalidConfig(
      config,
      key,
      '***',
      'remove the line break; it often comes from the end of a file',
    );
  }
  return value;
}

function readTenant(config: Config): { header: string; value: string } {
  const header = config.getOptionalString('header') ?? 'X-Scope-OrgID';
  if (!HEADER_NAME.test(header)) {
    throw invalidConfig(
      config,
      'header',
      header,
      'use the name of an HTTP header, such as X-Scope-OrgID',
    );
  }
  return { header, value: readSecretText(config, 'value') };
}

function readPem(
  config: Config,
  key: string,
  fileKey: string,
): string | undefined {
  const inline = config.getOptionalString(key);
  const file = config.getOptionalString(fileKey);
  if (inline !== undefined || file === undefined) {
    return inline;
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(
      `${invalidConfig(config, fileKey, file, 'the backend must be able to read this file').message}`,
      error,
    );
  }
}
