import {
  environmentSpecJsonSchema,
  type EnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { isNode, node, type Node } from './nodes';

/** A field of the spec, as `server.env[].name`, with the values it must take. */
interface Field {
  path: string;
  /** Values of an enumeration, or both of a boolean; empty for anything else. */
  values: unknown[];
  default: unknown;
}

function valuesOf(schema: Node): unknown[] {
  if (Array.isArray(schema.enum)) return schema.enum;
  return schema.type === 'boolean' ? [true, false] : [];
}

/** Every field that a spec can have; maps of free keys count as one. */
function fieldsOf(schema: Node, path = ''): Field[] {
  if (isNode(schema.properties)) {
    return Object.entries(schema.properties).flatMap(([name, value]) =>
      fieldsOf(node(value), path ? `${path}.${name}` : name),
    );
  }
  if (schema.type === 'array') return fieldsOf(node(schema.items), `${path}[]`);
  return [{ path, values: valuesOf(schema), default: schema.default }];
}

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
  return fieldsOf(node(environmentSpecJsonSchema())).flatMap(field => {
    const found = stated.get(field.path) ?? [];
    if (field.values.length === 0) {
      return found.length > 0 ? [] : [field.path];
    }
    return field.values
      .filter(value => value !== field.default && !found.includes(value))
      .map(value => `${field.path}: ${value}`);
  });
}
