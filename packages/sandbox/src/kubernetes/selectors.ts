import { statusError } from './errors';
import type { KubernetesObject } from './types';

type Labels = Record<string, string>;
export type LabelMatcher = (labels: Labels) => boolean;
export type FieldMatcher = (object: KubernetesObject) => boolean;

const REQUIREMENT =
  /^(?:(?<absent>!)?(?<bare>[^\s=!<>(),]+)|(?<key>[^\s=!<>(),]+)\s*(?<operator>==|=|!=)\s*(?<value>[^\s=!<>(),]*)|(?<setKey>[^\s=!<>(),]+)\s+(?<setOperator>in|notin)\s*\((?<values>[^()]*)\))$/;

/** Splits at commas that are not inside `in (a, b)`. */
function splitRequirements(selector: string): string[] {
  return selector
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(Boolean);
}

function parseRequirement(text: string): LabelMatcher {
  const groups = REQUIREMENT.exec(text)?.groups;
  if (!groups) {
    throw statusError(
      400,
      'BadRequest',
      `unable to parse requirement: found '${text}', expected: !, identifier, or 'end of string'`,
    );
  }
  const { absent, bare, key, operator, value, setKey, setOperator, values } =
    groups;
  if (bare) return labels => bare in labels !== Boolean(absent);
  if (key) {
    return operator === '!='
      ? labels => labels[key] !== value
      : labels => labels[key] === value;
  }
  const members = new Set(values.split(',').map(member => member.trim()));
  return setOperator === 'in'
    ? labels => setKey in labels && members.has(labels[setKey])
    : labels => !(setKey in labels && members.has(labels[setKey]));
}

/** Kubernetes' label selector language: `a=b,c!=d,e in (f,g),h,!i`. */
export function parseLabelSelector(selector: string): LabelMatcher {
  const requirements = splitRequirements(selector).map(parseRequirement);
  return labels => requirements.every(matches => matches(labels));
}

export function matchesLabels(
  wanted: Labels | undefined,
  labels: Labels | undefined,
): boolean {
  return Object.entries(wanted ?? {}).every(
    ([key, value]) => labels?.[key] === value,
  );
}

/** Fields beside name and namespace that the API server can select by. */
const FIELDS: Record<string, string[]> = {
  Pod: [
    'spec.nodeName',
    'spec.restartPolicy',
    'spec.serviceAccountName',
    'status.phase',
    'status.podIP',
  ],
  Event: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
  Secret: ['type'],
  Job: ['status.successful'],
  Namespace: ['status.phase'],
};

function readField(object: KubernetesObject, path: string): string {
  if (object.kind === 'Event' && path === 'source') {
    return readField(object, 'source.component');
  }
  let value: unknown = object;
  for (const key of path.split('.')) {
    value =
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined;
  }
  return value === undefined || value === null ? '' : String(value);
}

/** `metadata.name=x,status.phase!=Running`; unknown fields are refused, as a server does. */
export function parseFieldSelector(
  selector: string,
  kind: string,
): FieldMatcher {
  const terms = splitRequirements(selector).map(term => {
    const match = /^([^=!]+)(!=|==|=)(.*)$/.exec(term);
    if (!match) {
      throw statusError(
        400,
        'BadRequest',
        `invalid selector: '${term}'; can't understand '${term}'`,
      );
    }
    const [, path, operator, value] = match;
    if (
      path !== 'metadata.name' &&
      path !== 'metadata.namespace' &&
      !FIELDS[kind]?.includes(path)
    ) {
      throw statusError(
        400,
        'BadRequest',
        `field label not supported: ${path}`,
      );
    }
    return { path, isEqual: operator !== '!=', value };
  });
  return object =>
    terms.every(
      ({ path, isEqual, value }) =>
        (readField(object, path) === value) === isEqual,
    );
}
