import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';

/** @public */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/**
 * Later values win; records are merged, everything else (lists too) is
 * replaced. `undefined` counts as not given. Never touches its arguments.
 */
export function merge(...values: unknown[]): unknown {
  return values.reduce((base, value) => {
    if (value === undefined) return base;
    if (!isRecord(base) || !isRecord(value)) return value;
    const result: Record<string, unknown> = Object.create(null);
    for (const key of new Set([...Object.keys(base), ...Object.keys(value)])) {
      result[key] = merge(
        Object.hasOwn(base, key) ? base[key] : undefined,
        Object.hasOwn(value, key) ? value[key] : undefined,
      );
    }
    return result;
  }, undefined);
}
