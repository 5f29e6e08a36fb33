/* eslint-disable max-lines-per-function -- a table of the section's fields */
import { z } from 'zod';
import {
  annotations,
  cidr,
  cpu,
  labelName,
  memory,
  port,
} from '../../fields/primitives';

export const security = () =>
  z.strictObject({
    networkPolicy: z
      .strictObject({
        enabled: z.boolean().default(true),
        controllerNamespace: labelName('a namespace')
          .optional()
          .describe(
            'Namespace of the gateway or ingress controller; the usual one of the exposure unless given',
          ),
        monitoringNamespace: labelName('a namespace')
          .optional()
          .describe(
            'Namespace that metrics are read from; monitoring.namespace unless given',
          ),
        allowHttpsEgress: z
          .boolean()
          .default(true)
          .describe('Workflows may call any https address'),
        allowMail: z
          .boolean()
          .default(false)
          .describe('Workflows may send mail (ports 587 and 465)'),
        egress: z
          .array(
            z.strictObject({
              cidr: cidr(),
              ports: z.array(port()).min(1).max(50),
              protocol: z.enum(['TCP', 'UDP']).default('TCP'),
            }),
          )
          .max(100)
          .default([]),
      })
      .prefault({}),
    podSecurity: z
      .enum(['restricted', 'baseline', 'none'])
      .default('restricted')
      .describe("Pod Security Standard that the namespace's labels enforce"),
    limitRange: z.boolean().default(false),
    resourceQuota: z
      .strictObject({
        enabled: z.boolean().default(false),
        cpu: cpu().optional(),
        memory: memory().optional(),
        pods: z.int().min(1).max(10000).optional(),
      })
      .prefault({}),
    podDisruptionBudget: z
      .boolean()
      .default(true)
      .describe('For workloads with more than one replica'),
    viewers: z
      .array(
        z.strictObject({
          kind: z.enum(['User', 'Group']),
          name: z
            .string()
            .refine(
              value => /^[A-Za-z0-9][A-Za-z0-9@.:_/+-]{0,252}$/.test(value),
              {
                message: 'This is not a valid user or group name.',
                params: {
                  remedy:
                    'Use the name as the cluster knows it, such as oidc:team-payments.',
                },
              },
            ),
        }),
      )
      .max(50)
      .default([])
      .describe('Who may read workloads, pods and logs in the namespace'),
    acknowledge: z
      .array(
        z
          .string()
          .refine(value => /^public-credentials-3\.[0-7]$/.test(value), {
            message: 'This is not a risk that can be acknowledged.',
            params: {
              remedy:
                'Use the name from the error message, such as public-credentials-3.6.',
            },
          }),
      )
      .max(8)
      .default([])
      .describe(
        'Risks that you expose knowingly, each by its name: public-credentials-<version of Elsa> for an image whose credentials everybody can read',
      ),
    serviceAccountAnnotations: annotations()
      .default({})
      .describe('Such as the role of a workload identity'),
  });
