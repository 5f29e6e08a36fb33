import type { z as zod } from 'zod/v3';
import { gitRepositoryInput, ownerInput } from './gitRepositoryInput';

type Zod = typeof zod;

export const DEFAULT_TARGET = 'repository';

/** Inputs and outputs of `elsa:git:fetch`. */
export const gitFetchSchema = {
  input: {
    ...gitRepositoryInput,
    ...ownerInput,
    branch: (z: Zod) =>
      z
        .string()
        .describe("Branch to read. Default: the repository's default one")
        .optional(),
    targetPath: (z: Zod) =>
      z
        .string()
        .describe(
          `Folder of the workspace to write to. It is emptied before. Default: ${DEFAULT_TARGET}`,
        )
        .optional(),
  },
  output: {
    path: (z: Zod) =>
      z.string().describe('Folder of the workspace with the files'),
    isEmpty: (z: Zod) =>
      z.boolean().describe('True where the repository has no commit yet'),
    branch: (z: Zod) => z.string().describe('Branch that was read').optional(),
    commitHash: (z: Zod) =>
      z.string().describe('Commit that was read').optional(),
  },
};
