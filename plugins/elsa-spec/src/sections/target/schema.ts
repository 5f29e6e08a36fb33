import { z } from 'zod';
import { labelName } from '../../fields/primitives';

/** Portals name clusters freely; Amazon's names are ARNs. */
const clusterName = () =>
  z
    .string()
    .refine(value => /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,252}$/.test(value), {
      message: 'This is not a valid cluster name.',
      params: {
        remedy:
          "Use the cluster's name in the portal's configuration: letters, digits, dots, hyphens, underscores, colons and slashes.",
      },
    });

/** Kubernetes minors that are supported in November 2026. @public */
export const KUBERNETES_VERSIONS = ['1.35', '1.36', '1.37'] as const;

/** Clouds whose node labels and storage drivers are known. @public */
export const CLOUDS = ['generic', 'aws', 'azure', 'gcp'] as const;

export const target = () =>
  z.strictObject({
    cluster: clusterName().describe(
      "Name of the cluster as the portal's Kubernetes plugin knows it",
    ),
    namespace: labelName('a namespace')
      .optional()
      .describe("Namespace; the environment's name unless given"),
    kubernetesVersion: z.enum(KUBERNETES_VERSIONS).default('1.36'),
    cloud: z.enum(CLOUDS).default('generic'),
  });
