import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { InputError } from '@backstage/errors';
import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Values } from '@elsa-portal/backstage-plugin-elsa-spec';
import { parseTemplateFile } from './parseTemplateFile';
import type { EnvironmentTemplate } from '../files/types';

/**
 * Checks values against the chart's own schema, as it is found in the template:
 * a platform team may have changed it.
 *
 * @throws InputError naming every value that the schema refuses
 */
export function validateValues(
  template: EnvironmentTemplate,
  values: Values,
): void {
  const validate = validatorOf(template);
  // As Helm does: the schema sees the chart's defaults with these values on top.
  if (!validate(withDefaults(template, values))) {
    const problems = [...new Set((validate.errors ?? []).map(describe))];
    throw new InputError(
      `The chart's values.schema.json refuses the values of this environment:\n${problems
        .map(problem => `- ${problem}`)
        .join(
          '\n',
        )}\nThe template's chart and this generator do not fit together.`,
    );
  }
}

/** Compiling takes a second, and many environments share a template. */
const validators = new WeakMap<EnvironmentTemplate, ValidateFunction>();

function validatorOf(template: EnvironmentTemplate): ValidateFunction {
  const known = validators.get(template);
  if (known) return known;
  const file = template.chart.find(({ path }) => path === 'values.schema.json');
  if (!file) {
    throw new InputError(
      'The chart has no values.schema.json; values cannot be checked without it',
    );
  }
  // Strict mode refuses harmless keywords of Helm's own; the schema is the chart's.
  const ajv = new Ajv({ allErrors: true, strict: false });
  addFormats(ajv);
  const schema = parseTemplateFile(file);
  try {
    const validate = ajv.compile(schema as object);
    validators.set(template, validate);
    return validate;
  } catch (error) {
    throw new InputError(
      `chart/values.schema.json of the template is no JSON schema: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

function withDefaults(template: EnvironmentTemplate, values: Values): unknown {
  return coalesce(defaultsOf(template), values);
}

/** As with validators: a thousand lines of YAML are read once per template. */
const defaults = new WeakMap<EnvironmentTemplate, unknown>();

function defaultsOf(template: EnvironmentTemplate): unknown {
  if (!defaults.has(template)) {
    const file = template.chart.find(({ path }) => path === 'values.yaml');
    defaults.set(template, file && parseTemplateFile(file));
  }
  return defaults.get(template);
}

/** Maps are merged, everything else is replaced; null removes a default. */
function coalesce(base: unknown, value: unknown): unknown {
  if (!isRecord(base) || !isRecord(value)) return value;
  const merged: Values = { ...base };
  for (const [key, item] of Object.entries(value)) {
    merged[key] = coalesce(base[key], item);
    if (item === null) delete merged[key];
  }
  return merged;
}

function describe(error: ErrorObject): string {
  const path = error.instancePath.split('/').slice(1).join('.') || '(values)';
  const detail = Object.entries(error.params)
    .map(([key, value]) => `${key} ${JSON.stringify(value)}`)
    .join(', ');
  return `${path} ${error.message ?? 'is not valid'} (${detail})`;
}
