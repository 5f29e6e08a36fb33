import { configApiRef } from '@backstage/frontend-plugin-api';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { createFreshErrors } from '../../utils/createFreshErrors';
import { getTexts } from '../../utils/getTexts';
import { listGitHosts } from './listGitHosts';
import { readOptions } from './readOptions';
import { Repository } from './Repository';
import {
  findProblem,
  readParts,
  type RepositoryProblem,
} from './repositoryValue';

const FALLBACKS: Record<RepositoryProblem, string> = {
  host: 'Choose a Git server.',
  owner: 'Enter the repository owner.',
  name: 'Enter the repository name.',
  path: 'Enter the repository path.',
};

const errors = createFreshErrors();

export const repositoryField = createFormField({
  name: 'ElsaRepository',
  component: errors.wrap(Repository),
  schema: makeFieldSchema({
    output: z =>
      z.object({
        kind: z.enum(['github', 'gitlab', 'git']).optional(),
        mode: z.enum(['new', 'existing']).optional(),
        repoUrl: z.string().optional(),
        remoteUrl: z.string().optional(),
      }),
    uiOptions: z =>
      z.object({
        allowedHosts: z.array(z.string()).optional(),
        requestUserCredentials: z
          .object({
            secretsKey: z.string(),
            additionalScopes: z.record(z.array(z.string())).optional(),
          })
          .optional(),
      }),
  }),
  validation: (value, field, { apiHolder, uiSchema }) => {
    errors.watch(field);
    const config = apiHolder.get(configApiRef);
    const { host } = readParts(value ?? {});
    const isOffered =
      !config ||
      listGitHosts(config, readOptions(uiSchema).allowedHosts).some(
        known => known.host === host && known.kind === value?.kind,
      );
    const problem = isOffered ? findProblem(value ?? {}) : 'host';
    if (problem) {
      field.addError(
        getTexts(apiHolder)?.(`repository.${problem}Problem`) ??
          FALLBACKS[problem],
      );
    }
  },
});
