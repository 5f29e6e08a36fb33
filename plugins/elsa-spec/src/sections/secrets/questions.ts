import { defineSection, type Draft } from '../question';

const usesStore = ({ spec }: Draft) => spec.secrets.kind === 'external-secrets';

export const secrets = defineSection({
  id: 'secrets',
  root: 'secrets',
  questions: [
    {
      path: 'secrets.kind',
      text: 'secrets',
      kind: 'choice',
      choices: [
        { value: 'existing', text: 'secretsExisting' },
        { value: 'external-secrets', text: 'secretsExternal' },
        { value: 'sealed-secrets', text: 'secretsSealed' },
      ],
    },
    {
      path: 'secrets.store.name',
      text: 'storeName',
      kind: 'text',
      isAsked: usesStore,
      isRequired: true,
    },
    {
      path: 'secrets.store.kind',
      text: 'storeKind',
      kind: 'choice',
      isAsked: usesStore,
      choices: [
        { value: 'ClusterSecretStore', text: 'storeOfCluster' },
        { value: 'SecretStore', text: 'storeOfNamespace' },
      ],
    },
    {
      path: 'secrets.remotePath',
      text: 'storePath',
      kind: 'text',
      isAsked: usesStore,
    },
    {
      path: 'secrets.refreshInterval',
      text: 'storeInterval',
      kind: 'text',
      isAsked: usesStore,
    },
    {
      path: 'secrets.sealed',
      text: 'sealed',
      kind: 'sealed',
      isAsked: ({ spec }) => spec.secrets.kind === 'sealed-secrets',
      isRequired: true,
    },
  ],
});
