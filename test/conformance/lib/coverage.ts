import type { EnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { fieldsOfSpec } from './fields';
import { isNode } from './nodes';

/** Values that a spec states, by field. */
function statedIn(value: unknown, path: string, found: Map<string, unknown[]>) {
  found.set(path, [...(found.get(path) ?? []), value]);
  if (Array.isArray(value)) {
    value.forEach(item => statedIn(item, `${path}[]`, found));
  } else if (isNode(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (item !== undefined) {
        statedIn(item, path ? `${path}.${name}` : name, found);
      }
    }
  }
}

/**
 * Fields, and values of enumerations, that none of these specs states. A new
 * field of the spec is among them until some environment is generated with it.
 */
export function unstatedFields(specs: readonly EnvironmentSpec[]): string[] {
  const stated = new Map<string, unknown[]>();
  for (const spec of specs) statedIn(spec, '', stated);
  return fieldsOfSpec().flatMap(field => {
    const found = stated.get(field.path) ?? [];
    if (field.values.length === 0) {
      return found.length > 0 ? [] : [field.path];
    }
    return field.values
      .filter(value => value !== field.default && !found.includes(value))
      .map(value => `${field.path}: ${value}`);
  });
}
