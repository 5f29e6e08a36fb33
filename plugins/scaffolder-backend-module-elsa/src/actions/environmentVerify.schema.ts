import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** Inputs and outputs of `elsa:environment:verify`. */
export const environmentVerifySchema = {
  input: {
    path: (z: Zod) =>
      z
        .string()
        .describe(
          'Folder of the repository in the workspace. Default: all of it',
        )
        .optional(),
    environments: (z: Zod) =>
      z
        .array(z.string())
        .min(1)
        .describe(
          'Names of the environments to check. Default: all in the folder',
        )
        .optional(),
    files: (z: Zod) =>
      z
        .array(z.string())
        .describe(
          'Paths of the files whose text is checked, where the rest of the repository is not ours to judge. Default: all',
        )
        .optional(),
  },
  output: {
    ran: (z: Zod) => z.array(z.string()).describe('Checks that ran'),
    skipped: (z: Zod) =>
      z
        .array(z.object({ check: z.string(), reason: z.string() }))
        .describe('Checks that did not run, and why'),
    findings: (z: Zod) =>
      z
        .array(
          z.object({
            check: z.string(),
            severity: z.enum(['error', 'warning']),
            file: z.string().optional(),
            message: z.string(),
          }),
        )
        .describe('What was found; errors are not here, as they fail the task'),
    summary: (z: Zod) =>
      z.string().describe('One sentence: what ran and what did not'),
  },
};
