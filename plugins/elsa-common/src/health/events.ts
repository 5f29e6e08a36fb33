import { kindOf, namespaceOf, readText, readTime } from './read';

/** What the cluster complained about last, of one object. */
export interface Warning {
  reason: string;
  message?: string;
  /** When it did so first and last. */
  firstAt?: string;
  lastAt?: string;
}

/** The newest warnings, by object and reason. */
export type Warnings = ReadonlyMap<string, readonly Warning[]>;

function keyOf(namespace: string, kind: string, name: string): string {
  return `${namespace}/${kind}/${name}`;
}

function objectOf(event: unknown): string {
  // events.k8s.io calls it `regarding`.
  const field = ['involvedObject', 'regarding'].find(candidate =>
    readText(event, candidate, 'name'),
  );
  return field === undefined
    ? ''
    : keyOf(
        readText(event, field, 'namespace') ?? namespaceOf(event) ?? '',
        readText(event, field, 'kind') ?? '',
        readText(event, field, 'name') ?? '',
      );
}

function warningOf(event: unknown): Warning {
  const firstAt =
    readTime(event, 'firstTimestamp') ??
    readTime(event, 'deprecatedFirstTimestamp') ??
    readTime(event, 'eventTime') ??
    readTime(event, 'metadata', 'creationTimestamp');
  const lastAt =
    readTime(event, 'series', 'lastObservedTime') ??
    readTime(event, 'lastTimestamp') ??
    readTime(event, 'deprecatedLastTimestamp') ??
    firstAt;
  return {
    reason: readText(event, 'reason') ?? '',
    message: readText(event, 'message') ?? readText(event, 'note'),
    firstAt,
    lastAt,
  };
}

/** Warnings among the objects, newest first. Most readings have none. */
export function warningsIn(objects: readonly unknown[]): Warnings {
  const found = new Map<string, Warning[]>();
  for (const object of objects) {
    if (kindOf(object) === 'Event' && readText(object, 'type') === 'Warning') {
      const key = objectOf(object);
      found.set(key, [...(found.get(key) ?? []), warningOf(object)]);
    }
  }
  for (const warnings of found.values()) {
    warnings.sort(
      (a, b) => Date.parse(b.lastAt ?? '') - Date.parse(a.lastAt ?? ''),
    );
  }
  return found;
}

/** The warnings about one object. */
export function warningsOf(
  object: unknown,
  warnings: Warnings,
): readonly Warning[] {
  return (
    warnings.get(
      keyOf(
        namespaceOf(object) ?? '',
        kindOf(object),
        readText(object, 'metadata', 'name') ?? '',
      ),
    ) ?? []
  );
}
