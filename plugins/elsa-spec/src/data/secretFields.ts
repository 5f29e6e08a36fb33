import { requiredSecretKeys } from '../sections/secrets/requiredSecrets';
import { SECRET_COMPONENTS } from '../sections/resolved';
import type { DataField, Spec } from './DataField';

const isExternal = ({ secrets }: Spec) => secrets.kind === 'external-secrets';
const loses =
  'A database keeps its initial password, and encrypted data can be read only with the original key: other values lock Elsa out of its data.';
const procedure = 'change-secret' as const;

/** Where passwords and keys come from. */
export const secretFields: readonly DataField[] = [
  ...SECRET_COMPONENTS.map((component): DataField => ({
    field: `secrets.names.${component}`,
    read: (spec, profiles) =>
      requiredSecretKeys(spec, profiles)[component] &&
      spec.secrets.names[component],
    // What no longer needs a Secret is told by what it is.
    mayGo: true,
    loses,
    procedure,
  })),
  {
    field: 'secrets.kind',
    read: ({ secrets }) => secrets.kind,
    loses,
    procedure,
  },
  {
    field: 'secrets.store',
    sources: ['secrets.store.kind', 'secrets.store.name'],
    read: spec =>
      isExternal(spec)
        ? [spec.secrets.store?.kind, spec.secrets.store?.name].join(' ')
        : undefined,
    loses,
    procedure,
  },
  {
    field: 'secrets.remotePath',
    read: spec => (isExternal(spec) ? spec.secrets.remotePath : undefined),
    loses,
    procedure,
  },
];
