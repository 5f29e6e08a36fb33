import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** Inputs and outputs of `elsa:environment:register`. */
export const environmentRegisterSchema = {
  input: {
    catalogInfoUrl: (z: Zod) =>
      z
        .string()
        .describe('Address of catalog-info.yaml, as elsa:git:push gives it')
        .optional(),
    repoContentsUrl: (z: Zod) =>
      z
        .string()
        .describe(
          "In place of it: address of the repository's root, as publish:github and publish:gitlab give it",
        )
        .optional(),
  },
  output: {
    catalogInfoUrl: (z: Zod) =>
      z.string().describe('Address that the catalog reads'),
    locationRef: (z: Zod) =>
      z
        .string()
        .describe(
          "Reference of the catalog's entity for that address; absent in a dry run",
        )
        .optional(),
  },
};
