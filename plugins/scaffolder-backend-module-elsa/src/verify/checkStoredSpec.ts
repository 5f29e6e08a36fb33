import { isError } from '@backstage/errors';
import {
  checkEnvironmentSpec,
  type EnvironmentSpecIssue,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { readSpecText } from '@elsa-portal/backstage-plugin-elsa-node';

function describeIssue(issue: EnvironmentSpecIssue): string {
  return `${issue.path || 'spec'}: ${issue.message} ${issue.remedy}`;
}

/** What is to be said of a stored spec; it is absent where that is anything. */
export function checkStoredSpec(content: string): {
  spec?: ResolvedEnvironmentSpec;
  problems: string[];
} {
  let stored: unknown;
  try {
    stored = readSpecText(content, 'The spec');
  } catch (error) {
    if (!isError(error) || error.name !== 'InputError') {
      throw error;
    }
    return { problems: [error.message] };
  }
  const { environment, issues } = checkEnvironmentSpec(stored);
  return { spec: environment?.spec, problems: issues.map(describeIssue) };
}
