/**
 * What stands where in a document, without what the texts say: a text that
 * became two fields, a list or a number changes it.
 */
export function shapeOf(
  value: unknown,
  rename: (name: string) => string = name => name,
): unknown {
  if (Array.isArray(value)) return value.map(item => shapeOf(item, rename));
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, item]) => [rename(name), shapeOf(item, rename)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** The same for a document of Markdown: headings, rows of tables and fences. */
export function shapeOfMarkdown(text: string): Record<string, number> {
  const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
  return {
    headings: count(/^#{1,6} /gm),
    rows: count(/^\|.*\|$/gm),
    cells: count(/(?<!\\)\|/g),
    fences: count(/^```/gm),
    comments: count(/<!--|-->/g),
  };
}
