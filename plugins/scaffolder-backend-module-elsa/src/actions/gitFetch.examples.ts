import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Read an existing deployment repository before an environment is added to it',
    example: yaml.stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Read the repository',
          action: 'elsa:git:fetch',
          input: {
            remoteUrl: 'https://git.example.com/payments/deployment.git',
            owner: '${{ parameters.owner }}',
            targetPath: 'repository',
          },
        },
      ],
    }),
  },
];
