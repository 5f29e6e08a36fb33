import { InputError } from '@backstage/errors';
import { escapeInvisible } from './invisible';

/**
 * One thing that is wrong with a spec.
 *
 * @public
 */
export interface EnvironmentSpecIssue {
  /** Field within the spec, such as `exposure.hosts.server`. */
  path: string;
  /** What the field holds; absent when it is missing, `(hidden)` when it looks like a secret. */
  value?: unknown;
  /** What is wrong, as a sentence. */
  message: string;
  /** What to do about it, as a sentence. */
  remedy: string;
}

/**
 * A spec is not valid. Carries everything that is wrong with it at once. Keeps
 * the name of `InputError`, which services turn into status 400.
 *
 * @public
 */
export class EnvironmentSpecError extends InputError {
  readonly issues: EnvironmentSpecIssue[];

  constructor(issues: EnvironmentSpecIssue[]) {
    super(
      `The environment spec has ${issues.length} ${
        issues.length === 1 ? 'error' : 'errors'
      }:\n${issues.map(formatIssue).join('\n')}`,
    );
    this.issues = issues;
  }
}

/**
 * One issue as a line: field, value, what is wrong, what to do.
 *
 * @public
 */
export function formatIssue(issue: EnvironmentSpecIssue): string {
  return `- ${issue.path || '(spec)'}${formatValue(issue.value)}: ${
    issue.message
  } ${issue.remedy}`;
}

function formatValue(value: unknown): string {
  if (value === undefined) return '';
  const text = escapeInvisible(JSON.stringify(value) ?? String(value));
  return ` = ${text.length > 120 ? `${text.slice(0, 117)}...` : text}`;
}
