import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Register what elsa:git:push has pushed',
    example: yaml.stringify({
      steps: [
        {
          id: 'register',
          name: 'Register in the catalog',
          action: 'elsa:environment:register',
          input: { catalogInfoUrl: '${{ steps.push.output.catalogInfoUrl }}' },
        },
      ],
    }),
  },
  {
    description: 'Register a repository that publish:github has created',
    example: yaml.stringify({
      steps: [
        {
          id: 'register',
          name: 'Register in the catalog',
          action: 'elsa:environment:register',
          input: {
            repoContentsUrl: '${{ steps.publish.output.repoContentsUrl }}',
          },
        },
      ],
    }),
  },
];
