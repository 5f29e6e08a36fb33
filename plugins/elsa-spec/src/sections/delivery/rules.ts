import type { Rule } from '../../environment/Rule';

export const destinationIsUnique: Rule<'delivery'> = spec => {
  const { name, server } = spec.delivery.argocd.destination;
  return [
    name !== undefined &&
      server !== undefined && {
        path: 'delivery.argocd.destination',
        message: 'Argo CD takes a cluster by name or by address, not both.',
        remedy: 'State name or server.',
      },
  ];
};

export const applicationHasARepository: Rule<'delivery'> = spec => [
  spec.delivery.argocd.enabled &&
    spec.delivery.repository.url === undefined && {
      path: 'delivery.repository.url',
      message: 'Argo CD needs the address of the repository that it follows.',
      remedy: 'State the address, or set delivery.argocd.enabled: false.',
    },
];

export const projectIsNotShared: Rule<'delivery'> = spec => [
  spec.delivery.argocd.project === 'default' && {
    path: 'delivery.argocd.project',
    value: 'default',
    message: 'The project default allows everything everywhere.',
    remedy: 'Leave the field out: the environment gets a project of its own.',
  },
];
