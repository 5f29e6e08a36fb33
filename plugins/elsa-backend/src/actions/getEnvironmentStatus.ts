import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { HEALTH_STATUSES } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Services } from '../createServices';

export function registerGetEnvironmentStatus(
  registry: ActionsRegistryService,
  { status }: Pick<Services, 'status'>,
): void {
  registry.register({
    name: 'get-elsa-environment-status',
    title: 'Get the status of an Elsa environment',
    description:
      'Returns everything known of one Elsa Workflows environment: components with replicas and pods, SLOs, alerts, storage, certificates, backups, Argo CD and the state of every source. Accepts the reference of the environment or of its server or studio.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Such as component:default/payments-production'),
        }),
      output: z =>
        z.object({
          entityRef: z.string(),
          health: z.enum(HEALTH_STATUSES),
          isStale: z.boolean(),
          collectedAt: z.string().optional(),
          status: z
            .record(z.unknown())
            .describe('EnvironmentStatus of the Elsa status API'),
        }),
    },
    action: async ({ input, credentials }) => {
      const result = await status.get(credentials, input.entityRef);
      return {
        output: {
          entityRef: result.entityRef,
          health: result.health.status,
          isStale: result.isStale,
          collectedAt: result.collectedAt,
          status: { ...result },
        },
      };
    },
  });
}
