import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readUserTokenHosts } from './userTokenHosts';

const read = (providers: JsonObject, scaffolder: JsonObject = {}) => [
  ...readUserTokenHosts(
    new ConfigReader({ auth: { providers }, elsa: { scaffolder } }),
  ),
];

describe('readUserTokenHosts', () => {
  it.each<[string, JsonObject, string[]]>([
    ['no sign-in', { guest: {} }, []],
    ['GitHub', { github: { production: { clientId: 'a' } } }, ['github.com']],
    ['a sign-in without settings', { github: {} }, ['github.com']],
    [
      'GitHub Enterprise beside GitHub',
      {
        github: {
          development: {},
          production: { enterpriseInstanceUrl: 'https://GHE.example.com/' },
        },
      },
      ['github.com', 'ghe.example.com'],
    ],
    ['GitLab', { gitlab: { production: {} } }, ['gitlab.com']],
    [
      'a GitLab of one’s own',
      { gitlab: { production: { audience: 'https://git.example.com:8443' } } },
      ['git.example.com:8443'],
    ],
    ['Bitbucket', { bitbucket: { production: {} } }, ['bitbucket.org']],
    [
      'Bitbucket Server, by a name without a scheme',
      { bitbucketServer: { production: { host: 'Bucket.example.com:443' } } },
      ['bucket.example.com'],
    ],
    ['Azure DevOps', { microsoft: { production: {} } }, ['dev.azure.com']],
  ])('should know the hosts of %s', (_, providers, hosts) => {
    expect(read(providers)).toEqual(hosts);
  });

  it('should take the hosts that the configuration lists instead', () => {
    const providers = { github: { production: {} } };
    expect(read(providers, { userTokenHosts: ['Git.example.com'] })).toEqual([
      'git.example.com',
    ]);
    expect(read(providers, { userTokenHosts: [] })).toEqual([]);
  });
});
