import type { Config } from '@backstage/config';

/** Sections whose credentials are sent to the servers that are read. */
const SECTIONS = ['kubernetes', 'elsa'];

const SECRET_KEYS = /token|password|secret|^(key|cert|keyData|apiKey)$/i;
/** Where a secret is, rather than the secret. */
const PLACES = /(file|path|url|name|ttl|timeout|header)$/i;

/**
 * The credentials in the configuration of clusters and of ours. The Kubernetes
 * plugin's proxy sends its own to clusters, which may repeat them.
 */
export function readKnownSecrets(config: Config): string[] {
  const secrets = new Set<string>();
  for (const section of SECTIONS) {
    collect(config.getOptional(section), secrets);
  }
  return [...secrets];
}

function collect(value: unknown, secrets: Set<string>, key?: string): void {
  if (typeof value === 'string') {
    if (key !== undefined && SECRET_KEYS.test(key) && !PLACES.test(key)) {
      secrets.add(value);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) {
      collect(item, secrets, Array.isArray(value) ? key : name);
    }
  }
}
