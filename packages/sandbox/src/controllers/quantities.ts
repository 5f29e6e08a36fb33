const SUFFIXES: Record<string, number> = {
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};

/** `500m` is 0.5, `1Gi` is 1073741824; undefined stays undefined. */
export function parseQuantity(
  quantity: string | number | undefined,
): number | undefined {
  if (quantity === undefined) return undefined;
  const match = /^([0-9.]+)([a-zA-Z]*)$/.exec(String(quantity));
  if (!match) return undefined;
  return Number(match[1]) * (SUFFIXES[match[2]] ?? 1);
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
