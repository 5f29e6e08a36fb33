import { checkStoredSpec } from '../checkStoredSpec';
import { SPEC_FOLDER } from '../readRepository';
import type { Check, CheckResult } from '../types';

type Findings = Extract<CheckResult, { hasRun: true }>['findings'];

/** The stored spec is what a later update starts from, so it must still be one. */
export const specCheck: Check = {
  id: 'spec',
  title: 'the stored environment specs are valid',
  async run({ repository }) {
    const findings: Findings = [];
    for (const { name } of repository.environments) {
      const file = `${SPEC_FOLDER}/${name}.yaml`;
      const { problems } = checkStoredSpec(await repository.read(file));
      for (const message of problems) {
        findings.push({ severity: 'error', file, message });
      }
    }
    return { hasRun: true, findings };
  },
};
