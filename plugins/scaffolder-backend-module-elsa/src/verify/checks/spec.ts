import { parseDocument } from 'yaml';
import {
  checkEnvironmentSpec,
  type EnvironmentSpecIssue,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { SPEC_FOLDER } from '../readRepository';
import type { Check, CheckResult } from '../types';

type Findings = Extract<CheckResult, { hasRun: true }>['findings'];

function describeIssue(issue: EnvironmentSpecIssue): string {
  return `${issue.path || 'spec'}: ${issue.message} ${issue.remedy}`;
}

/** The stored spec is what a later update starts from, so it must still be one. */
export const specCheck: Check = {
  id: 'spec',
  title: 'the stored environment specs are valid',
  async run({ repository }) {
    const findings: Findings = [];
    for (const { name } of repository.environments) {
      const file = `${SPEC_FOLDER}/${name}.yaml`;
      const stored: unknown = parseDocument(await repository.read(file)).toJS();
      for (const issue of checkEnvironmentSpec(stored).issues) {
        findings.push({
          severity: 'error',
          file,
          message: describeIssue(issue),
        });
      }
    }
    return { hasRun: true, findings };
  },
};
