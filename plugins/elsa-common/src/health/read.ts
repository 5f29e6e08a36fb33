/**
 * Reads fields of objects that nobody checked: whatever is missing or of
 * another type than expected is `undefined`, and nothing throws.
 */

/** @internal */
export type Key = string | number;

export function read(value: unknown, ...path: Key[]): unknown {
  let current = value;
  for (const key of path) {
    if (
      typeof current !== 'object' ||
      current === null ||
      !Object.prototype.hasOwnProperty.call(current, key)
    ) {
      return undefined;
    }
    current = (current as Record<Key, unknown>)[key];
  }
  return current;
}

export function readString(value: unknown, ...path: Key[]): string | undefined {
  const found = read(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** A string that says something. */
export function readText(value: unknown, ...path: Key[]): string | undefined {
  return readString(value, ...path)?.trim() || undefined;
}

export function readNumber(value: unknown, ...path: Key[]): number | undefined {
  const found = read(value, ...path);
  return typeof found === 'number' && Number.isFinite(found)
    ? found
    : undefined;
}

/** A count: absent and nonsensical counts are 0, as Kubernetes leaves zeros out. */
export function readCount(value: unknown, ...path: Key[]): number {
  return Math.max(0, Math.trunc(readNumber(value, ...path) ?? 0));
}

export function readList(value: unknown, ...path: Key[]): unknown[] {
  const found = read(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A time that can be understood, as it stands in the object. */
export function readTime(value: unknown, ...path: Key[]): string | undefined {
  const found = readString(value, ...path);
  return found !== undefined && Number.isFinite(Date.parse(found))
    ? found
    : undefined;
}

/** The same in milliseconds since 1970. */
export function readMilliseconds(
  value: unknown,
  ...path: Key[]
): number | undefined {
  const found = readTime(value, ...path);
  return found === undefined ? undefined : Date.parse(found);
}

export const nameOf = (object: unknown) =>
  readString(object, 'metadata', 'name') ?? '';
export const namespaceOf = (object: unknown) =>
  readString(object, 'metadata', 'namespace');
export const kindOf = (object: unknown) => readString(object, 'kind') ?? '';
export const uidOf = (object: unknown) => readText(object, 'metadata', 'uid');
export const labelOf = (object: unknown, label: string) =>
  readText(object, 'metadata', 'labels', label);
export const annotationOf = (object: unknown, annotation: string) =>
  readText(object, 'metadata', 'annotations', annotation);

/** API group; empty for the core group. */
function groupOf(object: unknown): string {
  const [group, version] = (readString(object, 'apiVersion') ?? '').split('/');
  return version === undefined ? '' : group;
}

/** `apps/Deployment`, `Pod`: one kind in all its versions. */
export function groupKindOf(object: unknown): string {
  const group = groupOf(object);
  return group ? `${group}/${kindOf(object)}` : kindOf(object);
}

/** One entry of `status.conditions`, with where it stands. */
export interface Condition {
  type: string;
  status: string;
  reason?: string;
  message?: string;
  since?: string;
  observedGeneration?: number;
  field: string;
}

export function readConditions(
  value: unknown,
  path: Key[] = ['status', 'conditions'],
  fieldPrefix = path.join('.'),
): Condition[] {
  return readList(value, ...path).map((condition, index) => ({
    type: readString(condition, 'type') ?? '',
    status: readString(condition, 'status') ?? '',
    reason: readText(condition, 'reason'),
    message: readText(condition, 'message'),
    since: readTime(condition, 'lastTransitionTime'),
    observedGeneration: readNumber(condition, 'observedGeneration'),
    field: `${fieldPrefix}[${index}]`,
  }));
}

export function findCondition(
  object: unknown,
  type: string,
): Condition | undefined {
  return readConditions(object).find(condition => condition.type === type);
}
