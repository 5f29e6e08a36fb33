/** Part of a manifest whose fields are not known to the compiler. */
export type Node = Record<string, unknown>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The map itself, or an empty one. */
export const node = (value: unknown): Node => (isNode(value) ? value : {});

/** The maps of a list, or none. */
export const list = (value: unknown): Node[] =>
  Array.isArray(value) ? value.filter(isNode) : [];

/** The texts of a list, or none. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];

/** A map of texts, such as labels. */
export const textMap = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(node(value)).map(([key, item]) => [key, String(item)]),
  );

/** Whether labels have every label of a selector's `matchLabels`. */
export const hasLabels = (
  labels: Record<string, string>,
  wanted: Record<string, string>,
): boolean =>
  Object.entries(wanted).every(([key, value]) => labels[key] === value);
