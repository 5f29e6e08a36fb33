import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  checkEnvironmentSpec,
  type Environment,
  environmentSpecFromValues,
  type EnvironmentSpecIssue,
  readAnswer,
} from '@elsa-portal/backstage-plugin-elsa-spec';

/** Values of all pages of the form so far. */
export type FormValues = Record<string, unknown>;

// What the pages after the current one will ask for, so that a page can be
// judged by itself.
const STAND_INS = {
  metadata: { name: 'unnamed' },
  owner: 'group:default/unnamed',
  target: { cluster: 'unnamed' },
  exposure: { host: 'elsa.example.com' },
};

// Who can reach it changes no size, and is settled where it is asked.
const EXPOSED_TO_FEW = {
  exposure: {
    kind: 'ingress-nginx',
    host: 'elsa.example.com',
    allowedSources: ['10.0.0.0/16'],
  },
};

const NO_VALUES: FormValues = {};

// Only these decide on what is requested from the cluster.
const SIZING_FIELDS = [
  'preset',
  'size',
  'host',
  'server',
  'studio',
  'database',
  'pgbouncer',
  'redis',
  'rabbitmq',
  'backup',
] as const;

/**
 * The form's values as the pages of Backstage's form hand them to a field: the
 * same object as long as nothing changes.
 */
export function readFormValues(formContext: unknown): FormValues {
  return isRecord(formContext) && isRecord(formContext.formData)
    ? formContext.formData
    : NO_VALUES;
}

/** Checks the whole form. */
export function checkForm(values: FormValues) {
  return checkEnvironmentSpec(environmentSpecFromValues(values));
}

/** The spec as far as sizing needs it, whatever later pages still ask. */
export function checkSizing(values: FormValues): {
  environment?: Environment;
  issues: EnvironmentSpecIssue[];
} {
  const spec = environmentSpecFromValues(values);
  const acknowledge = readAnswer(spec, 'security.acknowledge');
  const relevant = SIZING_FIELDS.filter(field => Object.hasOwn(spec, field));
  return checkEnvironmentSpec({
    ...STAND_INS,
    ...EXPOSED_TO_FEW,
    ...(acknowledge !== undefined && { security: { acknowledge } }),
    ...Object.fromEntries(relevant.map(field => [field, spec[field]])),
  });
}

/** What is wrong with one field when everything else is left open. */
export function checkField(
  path: string,
  partial: Record<string, unknown>,
): EnvironmentSpecIssue | undefined {
  return checkEnvironmentSpec({ ...STAND_INS, ...partial }).issues.find(issue =>
    issue.path.startsWith(path),
  );
}

/** An issue as a sentence for a field that shows its own value. */
export function describeIssue(issue: EnvironmentSpecIssue): string {
  return `${issue.message} ${issue.remedy}`;
}
