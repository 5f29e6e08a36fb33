import { parseQuantity as parseText } from '@elsa-portal/backstage-plugin-elsa-common';

/** `500m` is 0.5, `1Gi` is 1073741824; undefined stays undefined. */
export function parseQuantity(
  quantity: string | number | undefined,
): number | undefined {
  return quantity === undefined ? undefined : parseText(String(quantity));
}

/** maxSurge and its like: a number, or a percentage of the replicas. */
export function resolvePercentage(
  value: number | string | undefined,
  total: number,
  round: (value: number) => number,
  otherwise: number | string,
): number {
  const given = value ?? otherwise;
  if (typeof given === 'number') return given;
  return given.endsWith('%')
    ? round((parseFloat(given) / 100) * total)
    : Number(given);
}
