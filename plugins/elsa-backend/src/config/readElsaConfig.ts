import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { z } from 'zod';
import { readKnownSecrets } from '../credentials';
import type { ElsaConfig } from './ElsaConfig';
import { elsaSchema } from './elsaSchema';

/**
 * Reads and checks the whole `elsa` section once, at start.
 *
 * @throws InputError that names the key, its value and what to write instead
 */
export function readElsaConfig(root: Config): ElsaConfig {
  const written = withoutNulls(root.getOptional('elsa') ?? {});
  const { data, error } = elsaSchema.safeParse(written);
  if (error) {
    throw invalidConfig(written, error.issues[0]);
  }
  return { ...data, knownSecrets: readKnownSecrets(root) };
}

/** A key with nothing behind it counts as left out. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  if (!(value instanceof Object)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== null)
      .map(([key, item]) => [key, withoutNulls(item)]),
  );
}

/** Names the key, the value and what to write instead. */
function invalidConfig(written: unknown, issue: z.core.$ZodIssue): InputError {
  const key = issue.path.reduce<string>(
    (prefix, part) =>
      typeof part === 'number'
        ? `${prefix}[${part}]`
        : `${prefix}.${String(part)}`,
    'elsa',
  );
  return new InputError(
    `Config '${key}' ${found(written, issue)}: ${issue.message}`,
  );
}

function found(written: unknown, issue: z.core.$ZodIssue): string {
  const value = issue.path.reduce<unknown>(
    (section, part) => Object(section)[part],
    written,
  );
  if (issue.code === 'custom' && issue.params && 'shown' in issue.params) {
    return `is ${JSON.stringify(issue.params.shown)}`;
  }
  if (value === undefined) {
    return 'is missing';
  }
  // What stands in the place of a section may hold a credential.
  return issue.code === 'invalid_type'
    ? `is of another type`
    : `is ${JSON.stringify(value)}`;
}
