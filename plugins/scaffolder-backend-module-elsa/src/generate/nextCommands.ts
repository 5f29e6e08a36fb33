import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { quoteShell } from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import { namespaceCommands } from '@elsa-portal/backstage-plugin-elsa-node';

/** A command for a person to copy. */
export interface NextCommand {
  title: string;
  command: string;
}

function deployCommands(spec: ResolvedEnvironmentSpec): NextCommand[] {
  const { name } = spec.metadata;
  const { argocd, packaging } = spec.delivery;
  if (argocd.enabled) {
    return [
      {
        title: 'Deploy it with Argo CD',
        command: `kubectl apply --server-side --filename argocd/${name}.yaml`,
      },
    ];
  }
  return packaging === 'kustomize'
    ? [
        {
          title: 'Deploy it',
          command: `kubectl apply --server-side --kustomize k8s/overlays/${name} --namespace ${spec.target.namespace}`,
        },
      ]
    : [
        {
          title: 'Deploy it',
          command: `helm upgrade --install ${name} charts/elsa-workflows --namespace ${spec.target.namespace} --values environments/${name}/values.yaml`,
        },
      ];
}

/** What is left to do after the repository was pushed, in order. */
export function listNextCommands(spec: ResolvedEnvironmentSpec): NextCommand[] {
  const { url } = spec.delivery.repository;
  const { namespace } = spec.target;
  return [
    ...(url
      ? [
          {
            title: 'Clone the repository',
            command: `git clone ${quoteShell(url)} deployment && cd deployment`,
          },
        ]
      : []),
    {
      title: 'Create its namespace',
      command: namespaceCommands(spec).join(' && '),
    },
    ...(spec.secrets.kind === 'existing'
      ? [
          {
            title: 'See which secrets are needed before the first start',
            command: 'cat README.md',
          },
        ]
      : []),
    ...deployCommands(spec),
    {
      title: 'Watch it start',
      command: `kubectl get pods --namespace ${namespace} --selector app.kubernetes.io/instance=${spec.metadata.name} --watch`,
    },
  ];
}
