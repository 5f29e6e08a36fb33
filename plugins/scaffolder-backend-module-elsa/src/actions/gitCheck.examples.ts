import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import yaml from 'yaml';

export const examples: TemplateExample[] = [
  {
    description:
      'Insist on the user’s own token before an action of Backstage publishes',
    example: yaml.stringify({
      steps: [
        {
          id: 'check',
          name: 'Check access to the Git server',
          action: 'elsa:git:check',
          input: {
            repoUrl: 'github.com?owner=payments&repo=deployment',
            owner: '${{ parameters.owner }}',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
        {
          id: 'publish',
          name: 'Create the repository',
          action: 'publish:github',
          input: {
            repoUrl: 'github.com?owner=payments&repo=deployment',
            token: '${{ secrets.USER_OAUTH_TOKEN }}',
          },
        },
      ],
    }),
  },
];
