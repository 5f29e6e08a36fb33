import type { EnvironmentSpecIssue } from '../issues/errors';
import { formatPath } from '../issues/collectIssues';
import { findCredential } from './findCredential';
import { describeCharacter, invisibleCharacters } from '../issues/invisible';
import { DEEPEST, Obstacle, StatedField, walkSpec } from './walkSpec';

/**
 * What no text of a spec may hold, in whichever field it stands: characters
 * that nobody sees, and credentials. Fields that the schema does not know are
 * looked at too.
 */
export function checkStrings(spec: unknown): {
  issues: EnvironmentSpecIssue[];
  /** The spec cannot be looked at any further. */
  isHopeless: boolean;
} {
  const issues: EnvironmentSpecIssue[] = [];
  const obstacle = walkSpec(spec, field => {
    const issue = checkField(field, spec);
    if (issue) issues.push(issue);
  });
  return obstacle
    ? { issues: [describeObstacle(obstacle)], isHopeless: true }
    : { issues, isHopeless: false };
}

function checkField(
  field: StatedField,
  spec: unknown,
): EnvironmentSpecIssue | undefined {
  const { value } = field;
  if (field.what === 'name' && value === '__proto__') {
    return {
      path: formatPath(field.path),
      message: 'Some programs drop a field with this name.',
      remedy: 'Use another name.',
    };
  }
  const credential = findCredential(field, spec);
  if (credential) return credential;
  if (typeof value === 'string') return findInvisible(field, value);
  return isExact(value)
    ? undefined
    : {
        path: formatPath(field.path),
        value: String(value),
        message: 'This value cannot be stored exactly in a file.',
        remedy: 'Write a number of at most 15 digits, or put it in quotes.',
      };
}

/** What survives being written to a file and read again. */
function isExact(value: unknown): boolean {
  switch (typeof value) {
    case 'number':
      return (
        Number.isFinite(value) &&
        (!Number.isInteger(value) || Number.isSafeInteger(value))
      );
    case 'bigint':
    case 'function':
    case 'symbol':
      return false;
    default:
      return true;
  }
}

const MOST_NAMED = 3;

function findInvisible(
  { path, what }: StatedField,
  text: string,
): EnvironmentSpecIssue | undefined {
  const found = [...new Set(invisibleCharacters(text))];
  if (found.length === 0) return undefined;
  const named = found.slice(0, MOST_NAMED).map(describeCharacter).join('; ');
  const more =
    found.length > MOST_NAMED ? `; and ${found.length - MOST_NAMED} more` : '';
  return {
    path: formatPath(path),
    ...(what === 'value' && { value: text }),
    message: `${
      what === 'name' ? "The field's name" : 'The text'
    } contains invisible characters: ${named}${more}.`,
    remedy: 'Remove them. Line breaks and tabs are fine in long text fields.',
  };
}

function describeObstacle({ path, reason }: Obstacle): EnvironmentSpecIssue {
  return {
    path: formatPath(path.slice(0, 3)),
    message:
      reason === 'depth'
        ? `This is nested more than ${DEEPEST} levels deep.`
        : 'The spec has too many fields.',
    remedy: 'Simplify the spec.',
  };
}
