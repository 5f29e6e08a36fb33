import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Check the repository that was generated into a folder',
    example: yaml.stringify({
      steps: [
        {
          id: 'verify',
          name: 'Verify',
          action: 'elsa:environment:verify',
          input: { path: 'deployment' },
        },
      ],
    }),
  },
  {
    description: 'Check one environment of a repository that holds several',
    example: yaml.stringify({
      steps: [
        {
          id: 'verify',
          name: 'Verify',
          action: 'elsa:environment:verify',
          input: { path: 'deployment', environments: ['payments-staging'] },
        },
      ],
    }),
  },
];
