import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import type { EnvironmentSpecIssue } from '../errors';
import { Rule } from './types';

const PARTS = [
  'server',
  'studio',
  'database',
  'pgbouncer',
  'redis',
  'rabbitmq',
] as const;

export const requestsFitLimits: Rule = spec =>
  PARTS.flatMap(part =>
    (['cpu', 'memory'] as const).map(kind => {
      const { requests, limits } = spec[part].resources;
      const request = requests?.[kind];
      const limit = limits?.[kind];
      return (
        request !== undefined &&
        limit !== undefined &&
        (parseQuantity(request) ?? 0) > (parseQuantity(limit) ?? Infinity) && {
          path: `${part}.resources.requests.${kind}`,
          value: request,
          message: `The request is above the limit of ${limit}.`,
          remedy: `Request at most ${limit}, or raise ${part}.resources.limits.${kind}.`,
        }
      );
    }),
  );

/** Below this a .NET server is killed before its first request. */
const SMALLEST_SERVER_BYTES = 256 * 2 ** 20;

export const serverHasEnoughMemory: Rule = spec => {
  const limit = spec.server.resources.limits?.memory;
  return [
    limit !== undefined &&
      (parseQuantity(limit) ?? 0) < SMALLEST_SERVER_BYTES && {
        path: 'server.resources.limits.memory',
        value: limit,
        message: 'The server does not start in so little memory.',
        remedy: 'Give it at least 256Mi; 1Gi is a good start.',
      },
  ];
};

/** Microsoft: SQL Server on Linux needs 2 GB. */
const SMALLEST_SQL_SERVER_BYTES = 2 * 2 ** 30;

export const sqlServerHasEnoughMemory: Rule = spec => {
  const limit = spec.database.resources.limits?.memory;
  return [
    spec.database.provider === 'sqlserver' &&
      spec.database.mode === 'embedded' &&
      limit !== undefined &&
      (parseQuantity(limit) ?? 0) < SMALLEST_SQL_SERVER_BYTES && {
        path: 'database.resources.limits.memory',
        value: limit,
        message: 'SQL Server does not start below 2 GiB.',
        remedy: 'Give it at least 2Gi.',
      },
  ];
};

export const spotNodesAreKnown: Rule = spec =>
  (['server', 'studio'] as const).map(
    part =>
      spec[part].placement.spot !== 'never' &&
      spec.target.cloud === 'generic' && {
        path: `${part}.placement.spot`,
        value: spec[part].placement.spot,
        message: 'Each cloud marks its spot nodes differently.',
        remedy: 'State target.cloud: aws, azure or gcp.',
      },
  );

export const tolerationsAreWhole: Rule = spec =>
  (['server', 'studio'] as const).flatMap(part =>
    spec[part].placement.tolerations.map(
      (toleration, index): EnvironmentSpecIssue | false =>
        toleration.operator === 'Exists' &&
        toleration.value !== undefined && {
          path: `${part}.placement.tolerations[${index}].value`,
          value: toleration.value,
          message: 'Operator Exists compares no value.',
          remedy: 'Remove the value, or use operator: Equal.',
        },
    ),
  );

export const quotaHasAnAmount: Rule = spec => {
  const quota = spec.security.resourceQuota;
  return [
    quota.enabled &&
      quota.cpu === undefined &&
      quota.memory === undefined &&
      quota.pods === undefined && {
        path: 'security.resourceQuota',
        message: 'The quota bounds nothing.',
        remedy: 'State cpu, memory or pods.',
      },
  ];
};
