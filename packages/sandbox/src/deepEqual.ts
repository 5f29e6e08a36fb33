/** Equality of JSON values: an undefined field is no field, key order means nothing. */
export function deepEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (
    typeof one !== 'object' ||
    typeof other !== 'object' ||
    one === null ||
    other === null ||
    Array.isArray(one) !== Array.isArray(other)
  ) {
    return false;
  }
  const left = one as Record<string, unknown>;
  const right = other as Record<string, unknown>;
  for (const key of Object.keys(left)) {
    if (!deepEqual(left[key], right[key])) return false;
  }
  return Object.keys(right).every(
    key => right[key] === undefined || key in left,
  );
}
