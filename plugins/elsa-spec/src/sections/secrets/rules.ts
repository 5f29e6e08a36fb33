import type { Rule } from '../Rule';

export const storeIsStated: Rule<'secrets'> = spec => [
  spec.secrets.kind === 'external-secrets' &&
    spec.secrets.store === undefined && {
      path: 'secrets.store.name',
      message: 'External Secrets needs a store to read from.',
      remedy: "Name the platform's ClusterSecretStore, or use kind: existing.",
    },
  spec.secrets.kind !== 'external-secrets' &&
    spec.secrets.store !== undefined && {
      path: 'secrets.store',
      message: `A store is set, but secrets.kind is ${spec.secrets.kind}.`,
      remedy: 'Set secrets.kind: external-secrets, or remove the store.',
    },
  spec.secrets.kind !== 'sealed-secrets' &&
    spec.secrets.sealed !== undefined && {
      path: 'secrets.sealed',
      message: `Sealed values are set, but secrets.kind is ${spec.secrets.kind}.`,
      remedy: 'Set secrets.kind: sealed-secrets, or remove them.',
    },
];
