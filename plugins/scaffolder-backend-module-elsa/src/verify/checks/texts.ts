import { parseAllDocuments } from 'yaml';
import { looksLikeSecretValue } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Check, CheckResult } from '../types';

type Findings = Extract<CheckResult, { hasRun: true }>['findings'];

const YAML_FILE = /\.ya?ml$/;
// Helm's templates are YAML only after rendering.
const CHART_TEMPLATE = /^charts\/[^/]+\/templates\//;
// GitHub's own expressions look like the scaffolder's.
const GITHUB_WORKFLOW = /^\.github\/workflows\//;
const CHART_FILE = /^charts\//;

// Values are not looked at, so that nobody's aliases are followed.
function listProblems(text: string): string[] {
  try {
    return parseAllDocuments(text).flatMap(({ errors }) =>
      errors.map(error => error.message),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    // The parser calls itself for every level.
    return ['It is nested too deeply'];
  }
}

/** Every YAML file can be read, each key once. */
export const yamlCheck: Check = {
  id: 'yaml',
  title: 'every YAML file can be read',
  async run({ repository }) {
    const findings: Findings = [];
    for (const file of repository.files) {
      if (YAML_FILE.test(file) && !CHART_TEMPLATE.test(file)) {
        for (const message of listProblems(await repository.read(file))) {
          findings.push({ severity: 'error', file, message });
        }
      }
    }
    return { hasRun: true, findings };
  },
};

/**
 * The scaffolder leaves an expression as it is when a filter in it is unknown,
 * and reports success.
 */
export const expressionsCheck: Check = {
  id: 'expressions',
  title: 'no expression of the template was left in a file',
  async run({ repository }) {
    const findings: Findings = [];
    for (const file of repository.files) {
      if (!GITHUB_WORKFLOW.test(file) && !CHART_FILE.test(file)) {
        const line = (await repository.read(file))
          .split('\n')
          .findIndex(text => text.includes('${{'));
        if (line >= 0) {
          findings.push({
            severity: 'error',
            file,
            message: `Line ${line + 1} still holds an expression of the template`,
          });
        }
      }
    }
    return { hasRun: true, findings };
  },
};

/** A credential in Git stays there, whatever is pushed later. */
export const secretsCheck: Check = {
  id: 'secrets',
  title: 'no file holds what looks like a credential',
  async run({ repository }) {
    const findings: Findings = [];
    for (const file of repository.files) {
      if (!CHART_FILE.test(file)) {
        const line = (await repository.read(file))
          .split('\n')
          .findIndex(looksLikeSecretValue);
        if (line >= 0) {
          findings.push({
            severity: 'error',
            file,
            // The line itself is not repeated: it may be a credential.
            message: `Line ${line + 1} holds what looks like a credential; refer to a Secret instead`,
          });
        }
      }
    }
    return { hasRun: true, findings };
  },
};
