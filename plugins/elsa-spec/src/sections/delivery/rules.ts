import type { Rule } from '../Rule';

export const destinationIsUnique: Rule<'delivery'> = spec => {
  const { name, server } = spec.delivery.argocd.destination;
  return [
    name !== undefined &&
      server !== undefined && {
        path: 'delivery.argocd.destination',
        message: 'Argo CD accepts a cluster name or address, not both.',
        remedy: 'Set name or server.',
      },
  ];
};

export const applicationHasARepository: Rule<'delivery'> = spec => [
  spec.delivery.argocd.enabled &&
    spec.delivery.repository.url === undefined && {
      path: 'delivery.repository.url',
      message: 'Argo CD needs the URL of the repository to sync from.',
      remedy: 'Set the URL, or set delivery.argocd.enabled: false.',
    },
];

export const projectIsNotShared: Rule<'delivery'> = spec => [
  spec.delivery.argocd.project === 'default' && {
    path: 'delivery.argocd.project',
    value: 'default',
    message: 'The default project allows everything everywhere.',
    remedy: 'Remove the field, so that the environment gets its own project.',
  },
];
