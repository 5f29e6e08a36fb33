import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';

/** One field of what was stated, at any depth. */
export interface StatedField {
  path: PropertyKey[];
  /** The name of the field, or the text that it holds. */
  what: 'name' | 'value';
  value: unknown;
  /** The list or the object that the field is in. */
  parent: unknown;
  /** What that is in. */
  above: unknown;
}

/** Kubernetes objects reach twenty; what is deeper is an accident or an attack. */
export const DEEPEST = 60;
/** The largest environments state a few thousand fields. */
const MOST_FIELDS = 50_000;

/** Why a spec cannot be walked through to its end. */
export interface Obstacle {
  path: PropertyKey[];
  reason: 'depth' | 'size';
}

/**
 * Calls back for the name of every field and for every value that is no list
 * or object.
 *
 * @returns what stopped it, if anything did
 */
export function walkSpec(
  spec: unknown,
  visit: (field: StatedField) => void,
): Obstacle | undefined {
  let fields = 0;
  const walk = (
    value: unknown,
    path: PropertyKey[],
    parent: unknown,
    above: unknown,
  ): Obstacle | undefined => {
    fields += 1;
    if (path.length > DEEPEST) return { path, reason: 'depth' };
    if (fields > MOST_FIELDS) return { path, reason: 'size' };
    if (!Array.isArray(value) && !isRecord(value)) {
      visit({ path, what: 'value', value, parent, above });
      return undefined;
    }
    const isList = Array.isArray(value);
    for (const [name, item] of Object.entries(value)) {
      const below = [...path, isList ? Number(name) : name];
      if (!isList) {
        visit({ path: below, what: 'name', value: name, parent, above });
      }
      const obstacle = walk(item, below, value, parent);
      if (obstacle) return obstacle;
    }
    return undefined;
  };
  return walk(spec, [], undefined, undefined);
}
