import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import { databaseEngines, operatorsThat } from '../../profiles';
import type { Rule } from '../Rule';

export const sqlServerHasEnoughMemory: Rule<'database'> = (
  { database },
  { database: { isStatefulSet, smallestMemoryBytes, title } },
) => {
  const limit = database.resources.limits?.memory;
  return [
    isStatefulSet &&
      smallestMemoryBytes !== undefined &&
      limit !== undefined &&
      (parseQuantity(limit) ?? 0) < smallestMemoryBytes && {
        path: 'database.resources.limits.memory',
        value: limit,
        message: `${title} does not start with less than ${smallestMemoryBytes / 2 ** 30} GiB.`,
        remedy: `Set at least ${smallestMemoryBytes / 2 ** 30}Gi.`,
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

export const modeFitsProvider: Rule<'database'> = (
  { database: { provider, mode, instances } },
  { database: { operator, isReplicated } },
) => {
  const replicating = operatorsThat(place => place.isReplicated);
  return [
    operator !== undefined &&
      !operator.runs.includes(provider) && {
        path: 'database.mode',
        value: mode,
        message: `${operator.title} runs ${operator.runs.map(item => databaseEngines[item].title).join(', ')}, and the provider is ${provider}.`,
        remedy: `Use mode embedded or external, or provider: ${operator.runs.join(' or ')}.`,
      },
    !isReplicated &&
      instances > 1 && {
        path: 'database.instances',
        value: instances,
        message: `Only ${replicating.map(({ title }) => title).join(' and ')} replicates. Several plain instances would be separate databases.`,
        remedy: `Use mode: ${replicating.map(item => item.mode).join(' or ')}, or one instance.`,
      },
  ];
};

export const databaseVersionIsKnown: Rule<'database'> = (
  { database: { provider, version } },
  { database: { isOwn, releases } },
) => {
  const known = releases.map(({ release }) => release);
  return [
    known.length > 0 &&
      version !== undefined &&
      isOwn &&
      !known.some(
        item => version === item || version.startsWith(`${item}.`),
      ) && {
        path: 'database.version',
        value: version,
        message: `This is not a supported release of ${provider}.`,
        remedy: `Use one of: ${known.join(', ')}.`,
      },
  ];
};

/** Microsoft's image does not start without it. */
export const sqlServerIsLicensed: Rule<'database' | 'preset'> = (
  spec,
  { database: { isLicensed, isStatefulSet } },
) =>
  !isLicensed || !isStatefulSet
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
