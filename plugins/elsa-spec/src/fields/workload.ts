import { z } from 'zod';
import {
  absolutePath,
  annotations,
  dataKey,
  environmentVariableName,
  freeText,
  labelKey,
  labelName,
  labels,
  labelValue,
  memory,
  objectName,
  resources,
  secretKeyRef,
} from './primitives';

/** What server and studio have in common. */

const autoscaling = () =>
  z.strictObject({
    enabled: z.boolean().default(false),
    kind: z
      .enum(['hpa', 'keda'])
      .default('hpa')
      .describe(
        'HorizontalPodAutoscaler, or a KEDA ScaledObject that makes one',
      ),
    minReplicas: z.int().min(1).max(100).default(2),
    maxReplicas: z.int().min(1).max(500).default(6),
    targetCpuUtilization: z
      .int()
      .min(10)
      .max(100)
      .default(70)
      .describe('Percent of the CPU request'),
    targetMemoryUtilization: z
      .int()
      .min(10)
      .max(100)
      .optional()
      .describe(
        'Percent of the memory request. .NET gives memory back late: with it the autoscaler seldom scales down',
      ),
    requestsPerSecond: z
      .number()
      .positive()
      .max(100000)
      .optional()
      .describe(
        'Requests per second and replica, counted by the metric profile and fed through KEDA',
      ),
  });

const placement = () =>
  z.strictObject({
    spreadZones: z
      .enum(['preferred', 'required', 'none'])
      .default('preferred')
      .describe('Spread of replicas over zones'),
    spot: z
      .enum(['never', 'preferred', 'only'])
      .default('never')
      .describe(
        'Whether pods prefer or must have spot nodes of the target cloud',
      ),
    nodeSelector: labels().default({}),
    tolerations: z
      .array(
        z.strictObject({
          key: labelKey('a key of a taint'),
          operator: z.enum(['Exists', 'Equal']).default('Equal'),
          value: labelValue('a value of a taint').optional(),
          effect: z
            .enum(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])
            .optional(),
        }),
      )
      .max(50)
      .default([]),
    priorityClassName: objectName('a priority class').optional(),
  });

const environmentVariables = () =>
  z
    .array(
      z.strictObject({
        name: environmentVariableName(),
        value: freeText(4096).optional(),
        secret: secretKeyRef()
          .optional()
          .describe('Key of a Secret of the namespace'),
        configMap: z
          .strictObject({
            name: objectName('a ConfigMap name'),
            key: dataKey(),
          })
          .optional()
          .describe('Key of a ConfigMap of the namespace'),
      }),
    )
    .max(200)
    .default([]);

const volumes = () =>
  z
    .array(
      z.strictObject({
        name: labelName('a volume name'),
        mountPath: absolutePath(),
        readOnly: z.boolean().default(true),
        secret: objectName('a Secret name').optional(),
        configMap: objectName('a ConfigMap name').optional(),
        persistentVolumeClaim: objectName('a claim name').optional(),
        emptyDirSizeLimit: memory().optional(),
      }),
    )
    .max(50)
    .default([]);

export const workload = () => ({
  replicas: z.int().min(0).max(500).default(1),
  autoscaling: autoscaling().prefault({}),
  resources: resources().prefault({}),
  placement: placement().prefault({}),
  env: environmentVariables(),
  volumes: volumes(),
  podLabels: labels().default({}),
  podAnnotations: annotations().default({}),
  verticalAutoscaler: z
    .boolean()
    .default(false)
    .describe('Recommends requests; never changes a pod'),
});
