import type { z as zod } from 'zod/v3';
import { gitRepositoryInput } from './gitRepositoryInput';

type Zod = typeof zod;

export const DEFAULT_BRANCH = 'main';

/** Inputs and outputs of `elsa:git:push`. */
export const gitPushSchema = {
  input: {
    ...gitRepositoryInput,
    branch: (z: Zod) =>
      z
        .string()
        .describe(`Branch to push to. Default: ${DEFAULT_BRANCH}`)
        .optional(),
    baseBranch: (z: Zod) =>
      z
        .string()
        .describe(
          "Branch that a new branch starts from. Default: the repository's default branch",
        )
        .optional(),
    sourcePath: (z: Zod) =>
      z
        .string()
        .describe('Folder of the workspace to push. Default: all of it')
        .optional(),
    isNewRepository: (z: Zod) =>
      z
        .boolean()
        .describe(
          'Pushes only where the repository has no commits yet. Default: false. The default branch of a repository that has commits is never pushed to',
        )
        .optional(),
    mayChange: (z: Zod) =>
      z
        .array(z.string())
        .describe(
          'Files that may replace others of the same name; any other file that is there with different content is an error',
        )
        .optional(),
    commitMessage: (z: Zod) =>
      z.string().describe('Message of the commit').optional(),
  },
  output: {
    remoteUrl: (z: Zod) =>
      z.string().describe('Address of the repository for Git'),
    repositoryUrl: (z: Zod) =>
      z.string().describe("Address of the repository's page"),
    branch: (z: Zod) => z.string().describe('Branch that holds the files'),
    defaultBranch: (z: Zod) =>
      z.string().describe('Default branch of the repository'),
    commitHash: (z: Zod) => z.string().describe('Commit that holds the files'),
    isPushed: (z: Zod) =>
      z
        .boolean()
        .describe('False where the branch held the same files already'),
    addedFiles: (z: Zod) =>
      z.array(z.string()).describe('Files that were added'),
    changedFiles: (z: Zod) =>
      z.array(z.string()).describe('Files of mayChange that were replaced'),
    catalogInfoUrl: (z: Zod) =>
      z
        .string()
        .describe(
          'Address of catalog-info.yaml for the catalog; absent where nothing tells how the server serves files',
        )
        .optional(),
  },
};
