/**
 * Reads a zod schema into what is written of it: `key` with its reference,
 * `section` with keys, `list` of one node, `choice` of several sections.
 */
export function readSchema({ elsaSchema, references, sections }) {
  function read(schema) {
    const key = references.get(schema);
    if (key) return { kind: 'key', isOptional: !key.isRequired, ...key };
    const { description } = sections.get(schema) ?? {};
    return { ...readInside(schema.def), ...(description && { description }) };
  }

  function readInside(def) {
    switch (def.type) {
      case 'pipe':
        return read(def.in.def.type === 'transform' ? def.out : def.in);
      case 'optional':
      case 'default':
      case 'prefault':
        return { ...read(def.innerType), isOptional: true };
      case 'literal':
        return { kind: 'literal', value: def.values[0] };
      case 'array':
        return { kind: 'list', item: read(def.element) };
      case 'union':
        return { kind: 'choice', options: def.options.map(read) };
      case 'object':
        return {
          kind: 'section',
          keys: Object.fromEntries(
            Object.entries(def.shape).map(([name, value]) => [
              name,
              read(value),
            ]),
          ),
        };
      default:
        throw new Error(`The configuration has no text for ${def.type}`);
    }
  }

  return read(elsaSchema);
}
