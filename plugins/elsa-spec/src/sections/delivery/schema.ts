import { z } from 'zod';
import { labelName } from '../../fields/primitives';
import { httpsUrl, repositoryUrl } from '../../fields/urls';

const branch = () =>
  z
    .string()
    .refine(
      value =>
        /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(value) &&
        !/(\.\.|\/\/|\/$|\.$|\.lock$|\/\.)/.test(value),
      {
        message: 'This is not a valid branch name.',
        params: {
          remedy: 'Use a name that git check-ref-format accepts, such as main.',
        },
      },
    );

export const delivery = () =>
  z.strictObject({
    packaging: z.enum(['helm', 'kustomize']).default('helm'),
    repository: z
      .strictObject({
        url: repositoryUrl().optional().describe('Where this repository lives'),
        branch: branch().default('main'),
      })
      .prefault({}),
    argocd: z
      .strictObject({
        enabled: z
          .boolean()
          .optional()
          .describe("On as soon as the repository's address is known"),
        namespace: labelName('a namespace').default('argocd'),
        project: labelName('a project name').optional(),
        destination: z
          .strictObject({
            name: z
              .string()
              .regex(/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,252}$/)
              .optional(),
            server: httpsUrl().optional(),
          })
          .prefault({}),
        automated: z.boolean().default(true),
        url: httpsUrl().optional().describe('Address of Argo CD, for links'),
      })
      .prefault({}),
    ci: z.enum(['github', 'gitlab', 'none']).optional(),
  });
