import { z } from 'zod';
import {
  entityRef,
  environmentName,
  freeText,
  labelName,
  line,
} from './fields';

export const metadata = () =>
  z.strictObject({
    name: environmentName().describe(
      'Name of the environment: Helm release, catalog entity and prefix of every object',
    ),
    title: line(100).optional(),
    description: freeText(2000).optional(),
    tags: z
      .array(
        z
          .string()
          .refine(
            value =>
              value.length <= 63 && /^[a-z0-9+#]+(-[a-z0-9+#]+)*$/.test(value),
            {
              message: 'This is not a tag that the catalog accepts.',
              params: {
                remedy:
                  'Use lower-case letters, digits, + and #, separated by single hyphens, at most 63 characters.',
              },
            },
          ),
      )
      .max(20)
      .default([]),
  });

export const owner = () =>
  entityRef(['group', 'user']).describe('Who owns the environment');

export const system = () =>
  entityRef(['system'])
    .optional()
    .describe('System of the catalog that groups several environments');

export const lifecycle = () =>
  z
    .string()
    .refine(
      value =>
        value.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(value),
      {
        message: 'This is not a lifecycle that the catalog accepts.',
        params: {
          remedy:
            'Use experimental, staging, production, deprecated or another lower-case word.',
        },
      },
    )
    .optional();

/** Portals name clusters freely; Amazon's names are ARNs. */
const clusterName = () =>
  z
    .string()
    .refine(value => /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,252}$/.test(value), {
      message: 'This is not a name of a cluster.',
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
