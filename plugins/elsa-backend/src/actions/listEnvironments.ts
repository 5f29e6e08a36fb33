import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  ALERT_READABILITIES,
  HEALTH_STATUSES,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { z as zod } from 'zod/v3';
import type { Services } from '../createServices';

type Zod = typeof zod;

const schema = {
  input: (z: Zod) =>
    z.object({
      health: z
        .array(z.enum(HEALTH_STATUSES))
        .optional()
        .describe('Only environments with one of these healths'),
      owner: z
        .array(z.string())
        .optional()
        .describe('Entity references, such as group:default/payments'),
      cluster: z.array(z.string()).optional(),
      hasSecurityFindings: z
        .boolean()
        .optional()
        .describe(
          'true: only environments whose server image accepts publicly known credentials',
        ),
      text: z
        .string()
        .max(200)
        .optional()
        .describe('Part of the name, title, namespace or owner'),
      limit: z.number().int().min(1).max(100).optional(),
      cursor: z.string().optional(),
    }),
  output: (z: Zod) =>
    z.object({
      totalItems: z.number(),
      withSecurityFindings: z.number(),
      nextCursor: z.string().optional(),
      environments: z.array(
        z.object({
          entityRef: z.string(),
          name: z.string(),
          cluster: z.string(),
          namespace: z.string(),
          owner: z.string().optional(),
          health: z.enum(HEALTH_STATUSES),
          reason: z.string().optional(),
          firingAlerts: z
            .number()
            .nullable()
            .describe('null: alerts could not be read, which is not 0'),
          alertReadability: z
            .enum(ALERT_READABILITIES)
            .describe('stale: firingAlerts is old or incomplete'),
          sloState: z.string().optional(),
          securityFindings: z
            .number()
            .optional()
            .describe('Absent: nothing is known of such'),
          collectedAt: z
            .string()
            .optional()
            .describe('Time of the figures; absent when there are none'),
          isStale: z.boolean().describe('The figures are too old to go by'),
        }),
      ),
    }),
};

export function registerListEnvironments(
  registry: ActionsRegistryService,
  { status }: Pick<Services, 'status'>,
): void {
  registry.register({
    name: 'list-elsa-environments',
    title: 'List Elsa environments',
    description:
      'Lists the Elsa Workflows environments that you may see, with health, worst reason, alerts, worst SLO and owner. Follow nextCursor for more.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema,
    examples: [
      {
        title: 'Environments that need attention',
        input: { health: ['Degraded', 'Missing', 'Unknown'] },
      },
    ],
    action: async ({ input, credentials }) => {
      const page = await status.list(credentials, { limit: 25, ...input });
      return {
        output: {
          totalItems: page.totalItems,
          withSecurityFindings: page.withSecurityFindings,
          nextCursor: page.nextCursor,
          environments: page.items.map(item => ({
            entityRef: item.entityRef,
            name: item.name,
            cluster: item.cluster,
            namespace: item.namespace,
            owner: item.owner,
            health: item.health,
            reason: item.reason?.message,
            firingAlerts: item.alerts.firing,
            alertReadability: item.alerts.readability,
            sloState: item.slo?.state,
            securityFindings: item.securityFindings,
            collectedAt: item.collectedAt,
            isStale: item.isStale,
          })),
        },
      };
    },
  });
}
