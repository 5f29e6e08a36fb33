import { InputError } from '@backstage/errors';
import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { readYamlDocuments } from '../files/readYaml';

/** All objects of a namespace with their statuses; a cluster's are some hundred. */
export const LARGEST_INPUT_BYTES = 256 * 1024 * 1024;

/** YAML is parsed far slower than JSON. */
const LARGEST_YAML_BYTES = 16 * 1024 * 1024;

/** Objects to be judged. */
export interface ObjectsInput {
  objects: Record<string, unknown>[];
  /** How many entries are no objects. */
  unreadable: number;
  /** Milliseconds since 1970 at which a case was recorded. */
  recordedAt?: number;
}

/**
 * Objects out of what `kubectl get --output json` or `yaml` prints, a list of
 * objects, or a case: a file whose field `input` holds objects, read at `now`.
 *
 * @param name - how messages call it
 * @throws InputError when it is none of these
 */
export function parseObjects(text: string, name: string): ObjectsInput {
  const documents = parseDocuments(text, name);
  const [first] = documents;
  const recorded = documents.length === 1 ? caseOf(first) : undefined;
  const entries = (recorded ? [recorded.input] : documents).flatMap(entriesOf);
  const objects = entries.filter(isObject);
  if (objects.length === 0 && !isEmptyList(recorded?.input ?? first)) {
    throw new InputError(
      `${name} holds no Kubernetes objects; give it what "kubectl get --output json" prints`,
    );
  }
  return {
    objects,
    unreadable: entries.length - objects.length,
    recordedAt: recordedAt(recorded, name),
  };
}

function parseDocuments(text: string, name: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    // Not JSON, so YAML or nothing that can be read.
    return readYamlDocuments(text, name, {
      maximumBytes: LARGEST_YAML_BYTES,
    }).filter(document => document !== null && document !== undefined);
  }
}

interface Case {
  now?: unknown;
  input?: unknown;
}

function caseOf(document: unknown): Case | undefined {
  return isRecord(document) && !isObject(document) ? document : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && Boolean(kindOf(value));
}

function kindOf(value: Record<string, unknown>): string {
  return typeof value.kind === 'string' ? value.kind : '';
}

/** `kind: List`, `kind: PodList`; in the latter the items do not say what they are. */
function entriesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    return value.flatMap(entriesOf);
  }
  if (!isObject(value) || !Array.isArray(value.items)) {
    return [value];
  }
  const kind = kindOf(value).replace(/List$/, '');
  const { apiVersion } = value;
  return value.items.flatMap(item =>
    isRecord(item) && kind !== '' && !kindOf(item)
      ? [{ apiVersion, ...(item as object), kind }]
      : entriesOf(item),
  );
}

function isEmptyList(value: unknown): boolean {
  return (
    (Array.isArray(value) && value.length === 0) ||
    (isObject(value) && Array.isArray(value.items) && value.items.length === 0)
  );
}

function recordedAt(
  recorded: Case | undefined,
  name: string,
): number | undefined {
  if (recorded?.now === undefined) {
    return undefined;
  }
  const time =
    typeof recorded.now === 'number'
      ? recorded.now
      : Date.parse(String(recorded.now));
  if (!Number.isFinite(time)) {
    throw new InputError(`${name} has a field "now" that is no time`);
  }
  return time;
}
