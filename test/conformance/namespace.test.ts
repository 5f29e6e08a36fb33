import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EnvironmentSpec,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  findTemplateDirectory,
  generateEnvironment,
  readTemplate,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { installations } from './lib/namespaceLabels';
import { options } from './lib/options';
import { withFiles } from './lib/render';
import { runReadme } from './lib/runReadme';

const NAMESPACE = 'payments-elsa';

const product = <T extends object>(choices: {
  [K in keyof T]: readonly T[K][];
}): T[] =>
  (Object.keys(choices) as Array<keyof T>).reduce<T[]>(
    (all, key) =>
      all.flatMap(one => choices[key].map(value => ({ ...one, [key]: value }))),
    [{} as T],
  );

interface Choice {
  secrets: { kind?: string };
  packaging: string;
  delivery: string;
  namespace: { podSecurity: string; mesh: string };
}

const choices = product<Choice>({
  secrets: options.secrets as Choice['secrets'][],
  packaging: ['helm', 'kustomize'],
  delivery: ['by hand', 'argocd'],
  // What decides on the labels.
  namespace: [
    { podSecurity: 'restricted', mesh: 'none' },
    { podSecurity: 'restricted', mesh: 'istio' },
    { podSecurity: 'baseline', mesh: 'linkerd' },
    { podSecurity: 'none', mesh: 'none' },
    { podSecurity: 'none', mesh: 'istio' },
  ],
}).map(choice => ({
  name: [
    `${choice.secrets.kind} ${'store' in choice.secrets ? JSON.stringify(choice.secrets.store) : ''}`.trim(),
    choice.packaging,
    choice.delivery,
    ...Object.values(choice.namespace),
  ].join(', '),
  ...choice,
}));

function specOf(choice: Choice): EnvironmentSpec {
  return {
    apiVersion: 'elsa-portal.io/v1alpha1',
    kind: 'ElsaEnvironment',
    metadata: { name: 'payments' },
    owner: 'group:default/payments',
    preset: 'staging',
    target: { cluster: 'production-eu', namespace: NAMESPACE },
    exposure: { host: 'elsa.example.com' },
    mesh: { kind: choice.namespace.mesh },
    security: { podSecurity: choice.namespace.podSecurity },
    secrets: choice.secrets,
    delivery: {
      packaging: choice.packaging,
      ...(choice.delivery === 'argocd' && {
        repository: { url: 'https://github.com/acme/payments-elsa' },
      }),
    },
  } as EnvironmentSpec;
}

describe("the namespace's labels", () => {
  const prepared = readTemplate(findTemplateDirectory());

  it.concurrent.each(choices)(
    'should be what the README says: $name',
    async choice => {
      const input = specOf(choice);
      const spec = resolveEnvironment(input).spec;
      const files = generateEnvironment(resolveEnvironment(input), {
        template: await prepared,
        rendered: choice.packaging === 'kustomize' ? [] : undefined,
      });
      await withFiles(files, async folder => {
        const readme = await readFile(join(folder, 'README.md'), 'utf8');
        const [, claimed] =
          /^\| Pod security \| ([a-z]+) \|$/m.exec(readme) ?? [];
        expect(claimed).toBe(choice.namespace.podSecurity);

        const found = await installations(
          folder,
          NAMESPACE,
          await runReadme(folder, readme),
        );
        expect(found.map(({ program }) => program)).toContain(
          {
            argocd: 'argocd',
            'by hand': choice.packaging === 'helm' ? 'helm' : 'kubectl',
          }[choice.delivery],
        );
        for (const { labels } of found) {
          expect(labels).toEqual({
            ...(claimed !== 'none' && {
              'pod-security.kubernetes.io/enforce': claimed,
              'pod-security.kubernetes.io/enforce-version': `v${spec.target.kubernetesVersion}`,
              'pod-security.kubernetes.io/warn': 'restricted',
              'pod-security.kubernetes.io/warn-version': `v${spec.target.kubernetesVersion}`,
            }),
            ...(choice.namespace.mesh === 'istio' && {
              'istio-injection': 'enabled',
            }),
          });
        }
      });
    },
  );
});
