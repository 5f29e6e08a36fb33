import { checkEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { type FieldCase, type StringField, withText } from './stringFields';

/** A case of which many fields hold a hostile text at once. */
export interface TextPack {
  fieldCase: FieldCase;
  texts: Map<StringField, string>;
  input: FieldCase['input'];
}

type Entry = [StringField, string];

/**
 * Texts that were accepted one by one, each field with another one of its
 * texts in every pack: `count` packs, and more where texts do not get along.
 */
export function textPacks(
  fieldCase: FieldCase,
  accepted: Map<StringField, string[]>,
  count: number,
): TextPack[] {
  const fields = [...accepted];
  return Array.from({ length: fields.length > 0 ? count : 0 }, (_, pack) =>
    fitting(
      fieldCase,
      fields.map(([field, texts], index): Entry => {
        const step = Math.max(1, Math.floor(texts.length / count));
        return [field, texts[(pack * step + index) % texts.length]];
      }),
    ),
  ).flat();
}

function fitting(fieldCase: FieldCase, entries: Entry[]): TextPack[] {
  const texts = new Map(entries);
  const input = withTexts(fieldCase.input, texts);
  if (checkEnvironmentSpec(input).issues.length === 0) {
    return [{ fieldCase, texts, input }];
  }
  const middle = Math.ceil(entries.length / 2);
  return [entries.slice(0, middle), entries.slice(middle)].flatMap(half =>
    fitting(fieldCase, half),
  );
}

function withTexts(
  input: FieldCase['input'],
  texts: ReadonlyMap<StringField, string>,
): FieldCase['input'] {
  // Names last, the innermost first: paths lead through them.
  return [...texts]
    .sort(
      ([a], [b]) =>
        Number(a.isName) - Number(b.isName) || b.path.length - a.path.length,
    )
    .reduce((spec, [field, text]) => withText(spec, field, text), input);
}
