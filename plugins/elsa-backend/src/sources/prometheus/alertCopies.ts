import type { AlertStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** What makes an alert the one that it is. */
export function alertKey(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/**
 * Servers that run twice raise every alert twice. The copy that fires, and has
 * done so for longest, stands for all.
 */
export function mergeCopies(alerts: readonly AlertStatus[]): AlertStatus[] {
  const merged = new Map<string, AlertStatus>();
  for (const alert of alerts) {
    const key = alertKey(alert.labels);
    const known = merged.get(key);
    merged.set(key, known ? mergeTwo(known, alert) : alert);
  }
  return [...merged.values()];
}

function mergeTwo(a: AlertStatus, b: AlertStatus): AlertStatus {
  const [first, second] = rank(b) < rank(a) ? [b, a] : [a, b];
  return {
    ...first,
    isSilenced: first.isSilenced || second.isSilenced,
    ...((first.isInhibited || second.isInhibited) && { isInhibited: true }),
  };
}

function rank({ state, activeSince }: AlertStatus): string {
  return `${state === 'firing' ? 0 : 1} ${activeSince ?? '9'}`;
}
