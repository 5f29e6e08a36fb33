import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';

/** What config.d.ts and the README's table say of a key. */
export interface KeyReference {
  description: string;
  /** In TypeScript, as an administrator writes it. */
  type: string;
  /** What holds when it is not there; nothing for required keys. */
  fallback?: string;
  isRequired?: boolean;
  visibility?: 'secret';
}

/** The references of all keys, by their schemas. */
export const references = z.registry<KeyReference>();

/** Descriptions of what holds other keys. */
export const sections = z.registry<{ description: string }>();

/**
 * Refuses a value: the message says what to write instead. `shown` stands for
 * the value in the message, where that is secret or only a part is wrong.
 */
export type Refuse = (
  remedy: string,
  at?: { path?: PropertyKey[]; shown?: unknown },
) => never;

/** Makes the issues of zod. */
export function refuser(context: z.RefinementCtx): Refuse {
  return (message, { path = [], ...params } = {}) => {
    context.addIssue({ code: 'custom', message, path, params });
    return z.NEVER;
  };
}

/** One key; `read` also gets `undefined`, when it is not there. */
export function field<T>(
  reference: KeyReference,
  read: (value: unknown, refuse: Refuse) => T,
) {
  return z
    .unknown()
    .optional()
    .transform((value, context) => read(value, refuser(context)))
    .register(references, reference);
}

/** One key that may be left out. */
export function optionalField<T>(
  reference: KeyReference,
  read: (value: unknown, refuse: Refuse) => T,
) {
  return z
    .unknown()
    .transform((value, context) => read(value, refuser(context)))
    .optional()
    .register(references, reference);
}

type Described = { description: string };

/** A text that may be left out. */
export function text(
  { description, fallback, visibility }: Partial<KeyReference> & Described,
  check: (value: string, refuse: Refuse) => string = value => value,
) {
  return optionalField(
    { description, fallback, visibility, type: 'string' },
    (value, refuse): string =>
      typeof value === 'string' && value !== ''
        ? check(value, refuse)
        : refuse('write a text', { shown: '***' }),
  );
}

/** A text that has to be there. */
export function requiredText(
  { description, visibility }: Partial<KeyReference> & Described,
  check: (value: string, refuse: Refuse) => string = value => value,
) {
  return field(
    { description, visibility, type: 'string', isRequired: true },
    (value, refuse): string =>
      typeof value === 'string' && value !== ''
        ? check(value, refuse)
        : refuse('write a text', value === undefined ? {} : { shown: '***' }),
  );
}

/** A text with a default that must match a pattern as a whole. */
export function name(
  options: Described & { default: string; pattern: RegExp; remedy: string },
) {
  return field(
    {
      description: options.description,
      type: 'string',
      fallback: `\`${options.default}\``,
    },
    (value, refuse): string => {
      if (value === undefined) {
        return options.default;
      }
      return typeof value === 'string' && options.pattern.test(value)
        ? value
        : refuse(options.remedy);
    },
  );
}

/** One of several words. */
export function oneOf<T extends string>(
  values: readonly T[],
  options: Described & { default?: T },
) {
  return field(
    {
      description: options.description,
      type: values.map(value => `'${value}'`).join(' | '),
      fallback: options.default && `\`${options.default}\``,
      isRequired: options.default === undefined,
    },
    (value, refuse): T =>
      values.find(known => known === (value ?? options.default)) ??
      refuse(`use one of ${values.join(', ')}`),
  );
}

/** Texts such as those of environment variables count as well. */
export function flag(options: Described & { default: boolean }) {
  return field(
    {
      description: options.description,
      type: 'boolean',
      fallback: `\`${options.default}\``,
    },
    (value, refuse): boolean => {
      const word = String(value ?? options.default).trim();
      if (/^(?:y|yes|true|1|on)$/i.test(word)) {
        return true;
      }
      return /^(?:n|no|false|0|off)$/i.test(word)
        ? false
        : refuse('use true or false');
    },
  );
}

/** Numbers are also read from texts, such as those of environment variables. */
export function toNumber(value: unknown): number {
  return typeof value === 'string' && value.trim() !== ''
    ? Number(value)
    : (value as number);
}

export function integer(
  options: Described & {
    default: number;
    /** Where the number alone says too little. */
    fallback?: string;
    min: number;
    max: number;
  },
) {
  const { description, min, max, fallback } = options;
  return field(
    {
      description,
      type: 'number',
      fallback: fallback ?? String(options.default),
    },
    (value, refuse): number => {
      const number = value === undefined ? options.default : toNumber(value);
      return Number.isInteger(number) && number >= min && number <= max
        ? number
        : refuse(`use a whole number from ${min} to ${max}`);
    },
  );
}

function readDuration(value: unknown, minMs: number, refuse: Refuse): number {
  // Backstage merges objects of several files key by key: `{ minutes: 2 }` in
  // one and `{ seconds: 45 }` in another are 2 minutes and 45 seconds.
  if (value instanceof Object && Object.keys(value).length > 1) {
    return refuse(
      "use one unit, or write a text such as 'PT2M45S': configuration files are merged unit by unit, so these may come from two files and add up",
    );
  }
  const config = new ConfigReader({ value } as never);
  let milliseconds: number;
  try {
    milliseconds = durationToMilliseconds(
      readDurationFromConfig(config, { key: 'value' }),
    );
  } catch {
    return refuse("write a time such as '45s', 'PT2M45S' or { minutes: 2 }");
  }
  return milliseconds >= minMs
    ? milliseconds
    : refuse(`use ${minMs / 1000} seconds or more`);
}

const DURATION = 'HumanDuration | string';

/** A time in milliseconds. */
export function duration(
  options: Described & { default: string; minMs: number },
) {
  return field(
    {
      description: options.description,
      type: DURATION,
      fallback: options.default,
    },
    (value, refuse): number =>
      readDuration(value ?? options.default, options.minMs, refuse),
  );
}

/** A time in milliseconds whose default follows from other keys. */
export function derivedDuration(
  options: Described & { fallback: string; minMs: number },
) {
  const { minMs, ...reference } = options;
  return optionalField(
    { ...reference, type: DURATION },
    (value, refuse): number => readDuration(value, minMs, refuse),
  );
}

export function isTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.every(item => typeof item === 'string' && item !== '')
  );
}
