import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Rule } from '../sections/Rule';

const PARTS = [
  'server',
  'studio',
  'database',
  'pgbouncer',
  'redis',
  'rabbitmq',
] as const;

export const requestsFitLimits: Rule<(typeof PARTS)[number]> = spec =>
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
