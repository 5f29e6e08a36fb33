/** Several texts in one line: `10.0.0.0/8, 10.1.0.0/16`. */
export function parseList(text: string): string[] | undefined {
  const items = text
    .split(/[\s,]+/)
    .map(item => item.trim())
    .filter(Boolean);
  return items.length > 0 ? items : undefined;
}

export function formatList(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : '';
}

/** Labels in one line: `release=prometheus, team=payments`. */
export function parseLabels(text: string): Record<string, string> | undefined {
  const entries = (parseList(text) ?? []).map(item => {
    const [key, ...rest] = item.split('=');
    return [key, rest.join('=')] as const;
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

export function formatLabels(value: unknown): string {
  return typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, text]) => `${key}=${text}`)
        .join(', ')
    : '';
}
