import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import { listNextCommands } from './nextCommands';

const commands = (change: object) =>
  listNextCommands(
    resolveEnvironment({
      metadata: { name: 'payments' },
      owner: 'group:default/payments',
      preset: 'staging',
      target: { cluster: 'production-eu', namespace: 'payments-elsa' },
      exposure: { host: 'elsa.example.com' },
      ...change,
    }).spec,
  ).map(({ command }) => command);

describe('listNextCommands', () => {
  it.each([
    ['helm', {}, 'helm upgrade'],
    ['kustomize', {}, 'kubectl apply --server-side --kustomize'],
    [
      'helm',
      { repository: { url: 'https://github.com/acme/payments' } },
      'kubectl apply --server-side --filename argocd/payments.yaml',
    ],
  ])(
    'should label the namespace before anything goes into it (%s, %j)',
    (packaging, delivery, deploys) => {
      const listed = commands({
        delivery: { packaging, ...delivery },
        secrets: { kind: 'external-secrets', store: { name: 'vault' } },
      });
      const labelled = listed.findIndex(command =>
        command.includes('pod-security.kubernetes.io/enforce=restricted'),
      );
      expect(labelled).toBeGreaterThanOrEqual(0);
      expect(
        listed.findIndex(command => command.startsWith(deploys)),
      ).toBeGreaterThan(labelled);
      expect(listed.join()).not.toContain('--create-namespace');
    },
  );
});
