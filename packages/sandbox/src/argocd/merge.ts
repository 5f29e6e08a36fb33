type Tree = { [key: string]: unknown };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Three-way merge, as server-side apply does it for one manager: what the
 * manager set before and no longer sets goes, what others set stays.
 */
export function mergeApplied(
  live: unknown,
  last: unknown,
  desired: unknown,
): unknown {
  if (!isTree(desired)) return desired;
  const base: Tree = isTree(live) ? live : {};
  const before: Tree = isTree(last) ? last : {};
  const kept = Object.entries(base).filter(
    ([key]) => key in desired || !(key in before),
  );
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(
      Object.entries(desired).map(([key, value]) => [
        key,
        mergeApplied(base[key], before[key], value),
      ]),
    ),
  };
}

/** Whether everything that is desired is there; more may be. */
export function contains(live: unknown, desired: unknown): boolean {
  if (Array.isArray(desired)) {
    return (
      Array.isArray(live) &&
      live.length === desired.length &&
      desired.every((item, index) => contains(live[index], item))
    );
  }
  if (isTree(desired)) {
    return Object.entries(desired).every(([key, value]) =>
      value === null || (isTree(value) && Object.keys(value).length === 0)
        ? true
        : isTree(live) && contains(live[key], value),
    );
  }
  return live === desired;
}

/** Removes the value at a JSON pointer such as `/spec/replicas`. */
export function without(tree: unknown, pointer: string): unknown {
  const [key, ...rest] = pointer
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
  if (!isTree(tree) || !(key in tree)) return tree;
  const { [key]: value, ...others } = tree;
  return rest.length === 0
    ? others
    : { ...others, [key]: without(value, `/${rest.join('/')}`) };
}
