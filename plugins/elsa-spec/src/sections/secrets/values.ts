import type { Environment } from '../Environment';
import type { Values } from '../Values';

export function secretsValues({ spec: { secrets } }: Environment): Values {
  const provider = {
    existing: 'existing',
    'external-secrets': 'externalSecrets',
    'sealed-secrets': 'sealedSecrets',
  }[secrets.kind];
  return {
    provider,
    names: secrets.names,
    ...(secrets.kind === 'external-secrets' &&
      secrets.store && {
        externalSecrets: {
          refreshInterval: secrets.refreshInterval,
          store: { kind: secrets.store.kind, name: secrets.store.name },
          remotePrefix: secrets.remotePath,
        },
      }),
    ...(secrets.kind === 'sealed-secrets' &&
      secrets.sealed && {
        sealedSecrets: { components: secrets.sealed },
      }),
  };
}
