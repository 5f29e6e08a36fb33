import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Push the whole workspace to an empty repository',
    example: yaml.stringify({
      steps: [
        {
          id: 'push',
          name: 'Push to Git',
          action: 'elsa:git:push',
          input: {
            remoteUrl: 'https://git.example.com/payments/deployment.git',
          },
        },
      ],
    }),
  },
  {
    description:
      'Add an environment to a repository on a branch of its own, with the token of the user',
    example: yaml.stringify({
      steps: [
        {
          id: 'push',
          name: 'Push to Git',
          action: 'elsa:git:push',
          input: {
            remoteUrl: 'https://git.example.com/payments/deployment.git',
            branch: 'elsa/payments-staging',
            sourcePath: 'deployment',
            mayChange: ['catalog-info.yaml'],
            commitMessage: 'Add environment payments-staging',
            token: '${{ secrets.GIT_TOKEN }}',
          },
        },
      ],
    }),
  },
];
