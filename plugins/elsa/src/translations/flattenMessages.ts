import type { messages } from './messages';

/** The shape of the English messages, with texts of another language. */
type Translated<T> = {
  [K in keyof T]: T[K] extends string ? string : Translated<T[K]>;
};

type Flattened = Record<string, string>;

function flatten(tree: object, prefix: string): Flattened {
  return Object.entries(tree).reduce<Flattened>(
    (flat, [key, value]) =>
      typeof value === 'string'
        ? { ...flat, [`${prefix}${key}`]: value }
        : { ...flat, ...flatten(value, `${prefix}${key}.`) },
    {},
  );
}

/**
 * Translations are written in the same tree as the English messages, so that
 * the compiler names what is missing; the app wants them by their full keys.
 */
export function flattenMessages(
  translated: Translated<typeof messages>,
): FlattenedMessages<typeof messages> {
  // The tree's type says that every key of the English messages is there.
  return flatten(translated, '') as FlattenedMessages<typeof messages>;
}

type Keys<T, Prefix extends string = ''> = {
  [K in keyof T & string]: T[K] extends string
    ? `${Prefix}${K}`
    : Keys<T[K], `${Prefix}${K}.`>;
}[keyof T & string];

type FlattenedMessages<T> = Record<Keys<T>, string>;
