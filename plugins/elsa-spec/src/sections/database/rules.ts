import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Rule } from '../Rule';

/** Microsoft: SQL Server on Linux needs 2 GB. */
const SMALLEST_SQL_SERVER_BYTES = 2 * 2 ** 30;

export const sqlServerHasEnoughMemory: Rule<'database'> = spec => {
  const limit = spec.database.resources.limits?.memory;
  return [
    spec.database.provider === 'sqlserver' &&
      spec.database.mode === 'embedded' &&
      limit !== undefined &&
      (parseQuantity(limit) ?? 0) < SMALLEST_SQL_SERVER_BYTES && {
        path: 'database.resources.limits.memory',
        value: limit,
        message: 'SQL Server does not start with less than 2 GiB.',
        remedy: 'Set at least 2Gi.',
      },
  ];
};

export const databaseIsSupported: Rule<'database'> = (
  spec,
  { host: profile },
) => [
  !(spec.database.provider in profile.server.databaseProviders) && {
    path: 'database.provider',
    value: spec.database.provider,
    message: `The images of host profile ${profile.id} do not contain this provider.`,
    remedy: `Use one of: ${Object.keys(profile.server.databaseProviders).join(
      ', ',
    )}.`,
  },
];

export const modeFitsProvider: Rule<'database'> = spec => [
  spec.database.mode === 'cloudnativepg' &&
    spec.database.provider !== 'postgresql' && {
      path: 'database.mode',
      value: 'cloudnativepg',
      message: `CloudNativePG runs PostgreSQL, and the provider is ${spec.database.provider}.`,
      remedy: 'Use mode embedded or external, or provider: postgresql.',
    },
  spec.database.mode !== 'cloudnativepg' &&
    spec.database.instances > 1 && {
      path: 'database.instances',
      value: spec.database.instances,
      message:
        'Only CloudNativePG replicates. Several plain instances would be separate databases.',
      remedy: 'Use mode: cloudnativepg, or one instance.',
    },
];

const DATABASE_VERSIONS: Record<string, string[]> = {
  postgresql: ['14', '15', '16', '17', '18'],
  sqlserver: ['2019', '2022', '2025'],
  mysql: ['8.4', '9'],
};

export const databaseVersionIsKnown: Rule<'database'> = spec => {
  const known = DATABASE_VERSIONS[spec.database.provider];
  const { version, mode } = spec.database;
  return [
    known !== undefined &&
      version !== undefined &&
      mode !== 'external' &&
      !known.some(
        item => version === item || version.startsWith(`${item}.`),
      ) && {
        path: 'database.version',
        value: version,
        message: `This is not a supported release of ${spec.database.provider}.`,
        remedy: `Use one of: ${known.join(', ')}.`,
      },
  ];
};

/** Microsoft's image does not start without it. */
export const sqlServerIsLicensed: Rule<'database' | 'preset'> = spec =>
  spec.database.provider !== 'sqlserver' || spec.database.mode !== 'embedded'
    ? []
    : [
        !spec.database.sqlserver.acceptEula && {
          path: 'database.sqlserver.acceptEula',
          value: false,
          message:
            "SQL Server does not start until Microsoft's licence terms are accepted.",
          remedy:
            'Read them and set acceptEula: true, or use another provider.',
        },
        spec.preset === 'production' &&
          spec.database.sqlserver.edition === 'Developer' && {
            path: 'database.sqlserver.edition',
            value: 'Developer',
            message: 'The Developer edition may not be used in production.',
            remedy: 'Use Express, or an edition that you have a licence for.',
          },
      ];
