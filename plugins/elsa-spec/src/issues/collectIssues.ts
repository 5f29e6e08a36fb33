import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import type { z } from 'zod';
import { EnvironmentSpecIssue } from './errors';
import { isSecretField, looksLikeSecretValue } from './secrets';
import { escapeInvisible } from './invisible';

type ZodIssue = z.core.$ZodIssue;

/** What a message shows in place of a credential. */
export const HIDDEN = '(hidden)';

const LONGEST_KEY = 100;

/** Turns zod's issues into ours; unions are reported by the first branch. */
export function collectIssues(
  error: z.ZodError,
  input: unknown,
): EnvironmentSpecIssue[] {
  return error.issues.flatMap(issue => toIssues(issue, input));
}

function toIssues(issue: ZodIssue, input: unknown): EnvironmentSpecIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({
      path: formatPath([...issue.path, key]),
      value: summarize(valueAt(input, [...issue.path, key]), key),
      message: 'This field does not exist.',
      remedy:
        'Remove it or correct the spelling. The JSON schema lists all fields.',
    }));
  }
  const params =
    'params' in issue && isRecord(issue.params) ? issue.params : {};
  const value = valueAt(input, issue.path);
  return [
    {
      path: formatPath(issue.path),
      ...(value !== undefined && {
        value: params.isSecret ? HIDDEN : summarize(value, issue.path.at(-1)),
      }),
      message: messageOf(issue, value),
      remedy:
        typeof params.remedy === 'string' ? params.remedy : remedyOf(issue),
    },
  ];
}

function messageOf(issue: ZodIssue, value: unknown): string {
  if (issue.code === 'invalid_type' && value === undefined) {
    return 'This field is required.';
  }
  if (issue.code === 'invalid_key') {
    return issue.issues[0]?.message ?? 'This is not an allowed key.';
  }
  return issue.message.endsWith('.') ? issue.message : `${issue.message}.`;
}

function remedyOf(issue: ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Write a value of type ${issue.expected}.`;
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`;
    case 'too_small':
      return `Use ${issue.inclusive === false ? 'more than' : 'at least'} ${
        issue.minimum
      }${unitOf(issue.origin)}.`;
    case 'too_big':
      return `Use ${issue.inclusive === false ? 'less than' : 'at most'} ${
        issue.maximum
      }${unitOf(issue.origin)}.`;
    case 'invalid_format':
      return `Use the form ${issue.pattern ?? issue.format}.`;
    case 'invalid_key': {
      const inner = issue.issues[0];
      const params =
        inner && 'params' in inner && isRecord(inner.params)
          ? inner.params
          : {};
      return typeof params.remedy === 'string'
        ? params.remedy
        : 'Use another key.';
    }
    default:
      return "Use a value allowed by the spec's JSON schema.";
  }
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters';
  if (origin === 'array') return ' entries';
  return '';
}

/** `a.b[0].c`, and quotes where a key is not a plain word. */
export function formatPath(path: ReadonlyArray<PropertyKey>): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`;
      const key = shorten(String(part), LONGEST_KEY);
      if (looksLikeSecretValue(String(part))) return `["${HIDDEN}"]`;
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key))
        return `[${escapeInvisible(JSON.stringify(key))}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

export function valueAt(
  input: unknown,
  path: ReadonlyArray<PropertyKey>,
): unknown {
  return path.reduce<unknown>((value, part) => {
    if (Array.isArray(value) && typeof part === 'number') return value[part];
    if (isRecord(value) && Object.hasOwn(value, part))
      return value[String(part)];
    return undefined;
  }, input);
}

/** Values in messages stay short and hold no credential; whole sections are only named. */
function summarize(value: unknown, field?: PropertyKey): unknown {
  if (typeof value === 'string') {
    return looksLikeSecretValue(value) || isSecretField(String(field), value)
      ? HIDDEN
      : shorten(value, 200);
  }
  if (typeof value === 'number' && isSecretField(String(field), `${value}`)) {
    return HIDDEN;
  }
  if (Array.isArray(value)) return `(list of ${value.length})`;
  if (isRecord(value)) return '(object)';
  return value;
}

function shorten(text: string, maximum: number): string {
  // By characters: half of one is none.
  return text.length > maximum
    ? `${[...text.slice(0, maximum + 1)].slice(0, -1).join('')}...`
    : text;
}

/**
 * A copy without the values at these paths. A list with a bad element goes as a
 * whole: its remaining elements would have other indices.
 */
export function without(
  input: unknown,
  paths: ReadonlyArray<ReadonlyArray<PropertyKey>>,
): unknown {
  return paths.reduce<unknown>((value, path) => {
    const index = path.findIndex(part => typeof part === 'number');
    return removeAt(value, index < 0 ? path : path.slice(0, index));
  }, input);
}

function removeAt(value: unknown, path: ReadonlyArray<PropertyKey>): unknown {
  if (path.length === 0) return undefined;
  if (!isRecord(value)) return value;
  const [head, ...rest] = path;
  const { [String(head)]: child, ...others } = value;
  if (rest.length === 0 || child === undefined) return others;
  const pruned = removeAt(child, rest);
  return pruned === undefined ? others : { ...others, [String(head)]: pruned };
}
