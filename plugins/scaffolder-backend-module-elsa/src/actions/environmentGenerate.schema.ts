import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

export const DEFAULT_TARGET = 'deployment';

/** Inputs and outputs of `elsa:environment:generate`. */
export const environmentGenerateSchema = {
  input: {
    spec: (z: Zod) =>
      z
        .record(z.unknown())
        .describe(
          'The environment spec (apiVersion elsa-portal.io/v1alpha1, kind ElsaEnvironment)',
        )
        .optional(),
    values: (z: Zod) =>
      z
        .record(z.unknown())
        .describe(
          "In place of spec: all values of the form, which hold the spec's fields beside repository",
        )
        .optional(),
    targetPath: (z: Zod) =>
      z
        .string()
        .describe(
          `Folder of the workspace for the files to publish. It is emptied before. Default: ${DEFAULT_TARGET}`,
        )
        .optional(),
    existingPath: (z: Zod) =>
      z
        .string()
        .describe(
          'Folder of the workspace with the files of the repository that the environment joins. The generated files are added to it too, so that the whole can be verified',
        )
        .optional(),
  },
  output: {
    path: (z: Zod) => z.string().describe('Folder with the files to publish'),
    repositoryPath: (z: Zod) =>
      z
        .string()
        .describe(
          'Folder with the whole repository, for elsa:environment:verify',
        ),
    environment: (z: Zod) => z.string().describe('Name of the environment'),
    entityRef: (z: Zod) =>
      z.string().describe('Reference of its entity in the catalog'),
    owner: (z: Zod) => z.string().describe('Reference of its owner'),
    spec: (z: Zod) =>
      z.record(z.unknown()).describe('The spec with every choice made'),
    files: (z: Zod) =>
      z.array(z.string()).describe('Paths of the files to publish'),
    changedFiles: (z: Zod) =>
      z
        .array(z.string())
        .describe(
          'Those of them that replace others of the repository; for mayChange of elsa:git:push',
        ),
    suggestedBranch: (z: Zod) =>
      z.string().describe('Branch for a change that adds this environment'),
    commitMessage: (z: Zod) =>
      z.string().describe('Message for the commit and the pull request'),
    description: (z: Zod) =>
      z.string().describe('Description for the repository or pull request'),
    requests: (z: Zod) =>
      z
        .object({
          cpuCores: z.number(),
          memoryBytes: z.number(),
          storageBytes: z.number(),
          pods: z.number(),
        })
        .describe('What the environment requests from the cluster'),
    summary: (z: Zod) =>
      z.string().describe('The requests in words, for people'),
    commands: (z: Zod) =>
      z
        .array(z.object({ title: z.string(), command: z.string() }))
        .describe('What to do next'),
    repositoryUrl: (z: Zod) =>
      z
        .string()
        .describe("Address of the repository's page, as the spec names it"),
    panel: (z: Zod) =>
      z
        .object({
          name: z.string(),
          entityRef: z.string(),
          repositoryUrl: z.string(),
          requests: z.string(),
          commands: z.array(
            z.object({ title: z.string(), command: z.string() }),
          ),
        })
        .describe(
          "For the field elsa of the template's output, from which the Elsa plugin draws its result page",
        ),
    commandsText: (z: Zod) =>
      z.string().describe('The same as Markdown, for a text output'),
  },
};
