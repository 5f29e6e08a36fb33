import { environmentSpecJsonSchema } from '@elsa-portal/backstage-plugin-elsa-spec';
import { isNode, node, type Node } from './nodes';

/** A field of the spec, as `server.env[].name`, with the values it must take. */
export interface Field {
  path: string;
  /** Values of an enumeration, or both of a boolean; empty for anything else. */
  values: unknown[];
  default: unknown;
}

function valuesOf(schema: Node): unknown[] {
  if (Array.isArray(schema.enum)) return schema.enum;
  return schema.type === 'boolean' ? [true, false] : [];
}

function fieldsIn(schema: Node, path: string): Field[] {
  if (isNode(schema.properties)) {
    return Object.entries(schema.properties).flatMap(([name, value]) =>
      fieldsIn(node(value), path ? `${path}.${name}` : name),
    );
  }
  if (schema.type === 'array') return fieldsIn(node(schema.items), `${path}[]`);
  return [{ path, values: valuesOf(schema), default: schema.default }];
}

/** Every field that a spec can have; maps of free keys count as one. */
export function fieldsOfSpec(): Field[] {
  return fieldsIn(node(environmentSpecJsonSchema()), '');
}
