import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Generate an environment from a spec of five lines',
    example: yaml.stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate',
          action: 'elsa:environment:generate',
          input: {
            spec: {
              metadata: { name: 'payments-production' },
              owner: 'group:default/payments',
              preset: 'production',
              target: { cluster: 'production-eu' },
              exposure: { host: 'elsa.example.com' },
            },
          },
        },
      ],
    }),
  },
  {
    description: 'Generate an environment from the values of the form',
    example: yaml.stringify({
      steps: [
        {
          id: 'generate',
          name: 'Generate',
          action: 'elsa:environment:generate',
          input: { values: '${{ parameters }}' },
        },
      ],
    }),
  },
  {
    description: 'Add an environment to a repository that was read before',
    example: yaml.stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Read the repository',
          action: 'elsa:git:fetch',
          input: {
            remoteUrl: 'https://git.example.com/payments/deployment.git',
            owner: '${{ parameters.owner }}',
          },
        },
        {
          id: 'generate',
          name: 'Generate',
          action: 'elsa:environment:generate',
          input: {
            values: '${{ parameters }}',
            existingPath: '${{ steps.fetch.output.path }}',
          },
        },
      ],
    }),
  },
];
