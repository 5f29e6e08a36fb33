/**
 * Writes PromQL from values that nobody checked. Everything that reaches a
 * query goes through one of these functions; no other file concatenates label
 * values.
 */
import { InputError } from '@backstage/errors';

/** Stands for the range in every query that is written for more than one, as in Sloth. @public */
export const WINDOW_PLACEHOLDER = '{{.window}}';

/** @public */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

/** One label matcher of a selector; the value is not escaped yet. @public */
export interface LabelMatcher {
  label: string;
  operator: MatchOperator;
  value: string;
}

// https://prometheus.io/docs/concepts/data_model/ (the classic character set:
// UTF-8 names would need quoting that older servers do not know).
const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;
const DURATION = /^(?:[0-9]+(?:ms|[smhdwy]))+$/;

function checked(kind: string, pattern: RegExp, value: string): string {
  if (typeof value !== 'string' || !pattern.test(value)) {
    throw new InputError(
      `${JSON.stringify(value)} is not a valid Prometheus ${kind}; it must match ${
        pattern.source
      }`,
    );
  }
  return value;
}

/**
 * Returns the name when it is a metric name.
 *
 * @throws InputError when it is not
 * @public
 */
export function metricName(name: string): string {
  return checked('metric name', METRIC_NAME, name);
}

/**
 * Returns the name when it is a label name.
 *
 * @throws InputError when it is not
 * @public
 */
export function labelName(name: string): string {
  return checked('label name', LABEL_NAME, name);
}

/**
 * Returns a range such as `5m`, or the placeholder for it.
 *
 * @throws InputError when it is neither
 * @public
 */
export function rangeWindow(window: string): string {
  return window === WINDOW_PLACEHOLDER
    ? window
    : checked('duration', DURATION, window);
}

/**
 * Quotes a string for PromQL: the result includes the quotes.
 *
 * @public
 */
export function quotePromQL(value: string): string {
  const escaped = value
    // A lone surrogate has no UTF-8 form and would make the request invalid.
    .replace(
      /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '\uFFFD',
    )
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(
      // eslint-disable-next-line no-control-regex
      /[\u0000-\u001f\u007f]/g,
      character =>
        `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
    );
  return `"${escaped}"`;
}

/**
 * Escapes what RE2 gives a meaning, so that the result matches the value itself.
 *
 * @public
 */
export function escapeRegularExpression(value: string): string {
  return value.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}

/**
 * A matcher for any of the values; several values become one anchored expression.
 *
 * @public
 */
export function anyOf(label: string, values: readonly string[]): LabelMatcher {
  return values.length === 1
    ? { label, operator: '=', value: values[0] }
    : {
        label,
        operator: '=~',
        value: values.map(escapeRegularExpression).join('|'),
      };
}

/**
 * `metric{label="value",...}`; `null` as metric selects by labels alone.
 *
 * @throws InputError when a name is invalid
 * @public
 */
export function selector(
  metric: string | null,
  matchers: readonly LabelMatcher[],
): string {
  const name = metric === null ? '' : metricName(metric);
  const inner = matchers
    .map(
      ({ label, operator, value }) =>
        `${labelName(label)}${operator}${quotePromQL(value)}`,
    )
    .join(',');
  if (!name && !inner) {
    throw new InputError(
      'A Prometheus selector needs a metric name or at least one label matcher',
    );
  }
  return inner ? `${name}{${inner}}` : name;
}

/** `sum(...)`, or `sum by (a, b) (...)`. @public */
export function sum(expression: string, by: readonly string[] = []): string {
  return by.length > 0
    ? `sum by (${by.map(labelName).join(', ')}) (${expression})`
    : `sum(${expression})`;
}

/** `max by (a, b) (...)`, which merges the copies that replicas of a Prometheus report. @public */
export function max(expression: string, by: readonly string[] = []): string {
  return by.length > 0
    ? `max by (${by.map(labelName).join(', ')}) (${expression})`
    : `max(${expression})`;
}

/** `rate(selector[window])`. @public */
export function rate(series: string, window: string): string {
  return `rate(${series}[${rangeWindow(window)}])`;
}
