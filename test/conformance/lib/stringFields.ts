import { cases } from './cases';

type Path = Array<string | number>;

/** A place for a text in a spec: a value, or the name of an entry that users name. */
export interface StringField {
  /** As coverage of all cases counts it: list entries of one kind are one field. */
  id: string;
  path: Path;
  isName: boolean;
}

export interface FieldCase {
  name: string;
  input: Record<string, unknown>;
  fields: StringField[];
}

const isContainer = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function fieldsOf(value: unknown, path: Path = []): StringField[] {
  const id = path
    .map(part => (typeof part === 'number' ? '*' : part))
    .join('.');
  if (typeof value === 'string') return [{ id, path, isName: false }];
  if (!isContainer(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => [
    ...(Array.isArray(value)
      ? []
      : [{ id: `${id}.${key} (name)`, path: [...path, key], isName: true }]),
    ...fieldsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  ]);
}

/** As few cases as state every field for a text that any case states, each with the fields that it is the first to state. */
export function casesOfStringFields(): FieldCase[] {
  const all = cases.map(({ name, input }) => ({
    name,
    input: input as Record<string, unknown>,
    fields: fieldsOf(input),
  }));
  const left = new Set(all.flatMap(({ fields }) => fields.map(({ id }) => id)));
  const chosen: FieldCase[] = [];
  while (left.size > 0) {
    const [best] = all
      .map(({ fields, ...rest }) => ({
        ...rest,
        fields: fields.filter(
          (field, index) =>
            left.has(field.id) &&
            fields.findIndex(({ id }) => id === field.id) === index,
        ),
      }))
      .sort((a, b) => b.fields.length - a.fields.length);
    best.fields.forEach(({ id }) => left.delete(id));
    chosen.push(best);
  }
  return chosen;
}

/** The spec with a text in a field; what lies beside its path is shared. */
export function withText<T>(spec: T, field: StringField, text: string): T {
  return replaceAt(spec, field.path, field.isName, text) as T;
}

function replaceAt(
  value: unknown,
  [head, ...rest]: Path,
  isName: boolean,
  text: string,
): unknown {
  if (head === undefined) return text;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      index === head ? replaceAt(item, rest, isName, text) : item,
    );
  }
  const entries = Object.entries(value as object).map(([key, item]) => {
    if (key !== head) return [key, item];
    return isName && rest.length === 0
      ? [text, item]
      : [key, replaceAt(item, rest, isName, text)];
  });
  // Also a field of the name __proto__ becomes one of its own.
  return Object.fromEntries(entries);
}
