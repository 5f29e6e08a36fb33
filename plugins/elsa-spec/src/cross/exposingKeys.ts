import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import type { Sections } from '../sections/Rule';
import { HARMLESS_KEYS } from './exposureFacts';

/** Host names whose domains are the people's own: keys below them mean nothing to others. */
export const keyOwners = ({
  exposure: { kind, hosts },
}: Sections<'exposure'>): string[] =>
  kind === 'none'
    ? []
    : [hosts.server, hosts.studio].filter(host => host !== undefined);

/**
 * Whether some controller could take a label or an annotation for a wish to
 * expose what carries it, as those of Tailscale, Ambassador and Linkerd do.
 * Keys that nobody knows count: a list of those that expose would never be
 * complete.
 *
 * @param owners - host names of the environment; `example.com/team` is harmless
 * beside elsa.example.com
 */
export function mayExpose(key: string, owners: readonly string[]): boolean {
  const slash = key.indexOf('/');
  if (slash < 0) return /^expose/i.test(key);
  const prefix = key.slice(0, slash);
  return !(
    HARMLESS_KEYS.includes(prefix) ||
    HARMLESS_KEYS.includes(key) ||
    (prefix.includes('.') && owners.some(host => host.endsWith(`.${prefix}`)))
  );
}

/** The labels and annotations of some metadata that may expose, such as `the annotation "tailscale.com/expose"`. */
export function exposingKeys(
  metadata: Readonly<Record<string, unknown>>,
  owners: readonly string[],
): string[] {
  return (['label', 'annotation'] as const).flatMap(what => {
    const entries = metadata[`${what}s`];
    return Object.keys(isRecord(entries) ? entries : {})
      .filter(key => mayExpose(key, owners))
      .map(key => `the ${what} ${JSON.stringify(key)}`);
  });
}
