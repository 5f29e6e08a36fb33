/**
 * The bookkeeping that a real API server keeps in every object: one key for
 * each field that somebody set. Recorded objects lack it, and half of the bytes
 * of a real answer are it.
 */
export function managedFieldsOf(object: Record<string, unknown>): unknown[] {
  const { status, metadata, apiVersion, kind, ...rest } = object;
  const { labels, annotations, ownerReferences } = (metadata ?? {}) as Record<
    string,
    unknown
  >;
  const owned = fieldsOf({
    metadata: { labels, annotations, ownerReferences },
    ...rest,
  });
  return [
    entry('argocd-controller', owned),
    ...(status === undefined
      ? []
      : [{ ...entry('kubelet', fieldsOf({ status })), subresource: 'status' }]),
  ];
}

function entry(manager: string, fieldsV1: unknown) {
  return {
    manager,
    operation: 'Update',
    apiVersion: 'v1',
    time: '2026-11-01T00:00:00Z',
    fieldsType: 'FieldsV1',
    fieldsV1,
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  if (Array.isArray(value)) {
    return Object.fromEntries(
      value.map(item => [`k:${JSON.stringify(keyOf(item))}`, fieldsOf(item)]),
    );
  }
  if (typeof value !== 'object' || value === null) {
    return {};
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [`f:${key}`, fieldsOf(item)]),
  );
}

/** Lists are merged by a key of their items, mostly the name or type. */
function keyOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) {
    return item;
  }
  const { name, type, uid, port } = item as Record<string, unknown>;
  return { name: name ?? type ?? uid ?? port };
}
