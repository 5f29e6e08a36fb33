import {
  checkEnvironmentSpec,
  type EnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Field } from './fields';
import { isNode } from './nodes';

/** Two valid specs that differ in one field only. */
export interface Variant {
  original: EnvironmentSpec;
  changed: EnvironmentSpec;
}

type Place = Array<string | number>;

/** Where a spec states a field; a list has as many places as items. */
function placesOf(value: unknown, steps: readonly string[]): Place[] {
  if (value === undefined) return [];
  const [step, ...rest] = steps;
  if (step === undefined) return [[]];
  if (step === '[]') {
    return Array.isArray(value)
      ? value.flatMap((item, index) =>
          placesOf(item, rest).map(place => [index, ...place]),
        )
      : [];
  }
  return isNode(value)
    ? placesOf(value[step], rest).map(place => [step, ...place])
    : [];
}

function valueAt(spec: unknown, place: Place): unknown {
  return place.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown>)[step],
    spec,
  );
}

function withValue(
  spec: EnvironmentSpec,
  place: Place,
  value: unknown,
): EnvironmentSpec {
  const copy = structuredClone(spec);
  const parent = valueAt(copy, place.slice(0, -1));
  (parent as Record<string | number, unknown>)[place[place.length - 1]] = value;
  return copy;
}

/** Characters that may stand in the place of another without changing its kind. */
function neighboursOf(character: string): string[] {
  if (/[0-9]/.test(character)) {
    return [Number(character) + 1, Number(character) - 1]
      .filter(digit => digit >= 0 && digit <= 9)
      .map(String);
  }
  if (character === 'a') return ['b'];
  return /[b-z]/i.test(character) ? ['a'] : [];
}

/** The same text with another digit or letter somewhere, last ones first. */
function* otherTexts(text: string): Generator<string> {
  for (let index = text.length - 1; index >= 0; index -= 1) {
    for (const other of neighboursOf(text[index])) {
      yield text.slice(0, index) + other + text.slice(index + 1);
    }
  }
  yield `${text}a`;
}

/** Values near the stated one. What is not valid is left out later. */
function* othersOf(value: unknown, field: Field): Generator<unknown> {
  if (field.values.length > 0) {
    yield* field.values.filter(other => other !== value);
  } else if (typeof value === 'number') {
    yield* [value + 1, value - 1, value + 2, value / 2, value * 0.999];
  } else if (typeof value === 'string') {
    yield* otherTexts(value);
  } else if (Array.isArray(value)) {
    yield value.slice(1);
  } else if (isNode(value)) {
    for (const [key, item] of Object.entries(value)) {
      for (const other of othersOf(item, { ...field, values: [] })) {
        yield { ...value, [key]: other };
      }
    }
  }
}

/** Enough to find a valid neighbour of every value that we state. */
const ATTEMPTS = 80;

/** Pairs of valid specs that differ in nothing but this field. */
export function* variantsOf(
  field: Field,
  specs: readonly EnvironmentSpec[],
): Generator<Variant> {
  const steps = field.path.replaceAll('[]', '.[]').split('.');
  for (const original of specs) {
    for (const place of placesOf(original, steps)) {
      let attempts = 0;
      for (const other of othersOf(valueAt(original, place), field)) {
        attempts += 1;
        if (attempts > ATTEMPTS) break;
        const changed = withValue(original, place, other);
        if (checkEnvironmentSpec(changed).environment) {
          yield { original, changed };
          break;
        }
      }
    }
  }
}
