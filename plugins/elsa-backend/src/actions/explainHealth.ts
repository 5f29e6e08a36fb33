import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  type EnvironmentStatus,
  HEALTH_STATUSES,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { z as zod } from 'zod/v3';
import type { Services } from '../createServices';

type Zod = typeof zod;

const schema = {
  input: (z: Zod) =>
    z.object({
      entityRef: z
        .string()
        .describe('Such as component:default/payments-production'),
    }),
  output: (z: Zod) =>
    z.object({
      entityRef: z.string(),
      health: z.enum(HEALTH_STATUSES),
      collectedAt: z
        .string()
        .optional()
        .describe('Time of the figures; absent when there are none'),
      isStale: z.boolean().describe('The figures are too old to go by'),
      since: z.string().optional(),
      reasons: z.array(
        z.object({
          code: z.string(),
          component: z.string(),
          health: z.enum(HEALTH_STATUSES),
          message: z.string(),
          since: z.string().optional(),
          runbook: z.string(),
          object: z.string().optional(),
          field: z.string().optional(),
          detail: z.string().optional(),
        }),
      ),
      securityFindings: z
        .array(
          z.object({
            id: z.string(),
            version: z.string(),
            image: z.string(),
            pods: z.number(),
          }),
        )
        .describe(
          'Server images that run with publicly known credentials: anyone who can reach such a server can run code on it, healthy or not. Empty does not mean safe',
        ),
      sources: z
        .array(z.object({ id: z.string(), message: z.string() }))
        .describe('Sources that could not be read, and why'),
    }),
};

function explain(environment: EnvironmentStatus) {
  const { entityRef, health, securityFindings, sources } = environment;
  return {
    entityRef,
    health: health.status,
    collectedAt: environment.collectedAt,
    isStale: environment.isStale,
    securityFindings: securityFindings ?? [],
    since: health.since,
    reasons: health.reasons.map(({ evidence, ...reason }) => ({
      code: reason.code,
      component: reason.component,
      health: reason.health,
      message: reason.message,
      since: reason.since,
      runbook: reason.runbook,
      object: evidence && `${evidence.object.kind}/${evidence.object.name}`,
      field: evidence?.field,
      detail: evidence?.message,
    })),
    sources: sources
      .filter(({ state }) => state !== 'ok')
      .map(({ id, state, message }) => ({ id, message: message ?? state })),
  };
}

export function registerExplainHealth(
  registry: ActionsRegistryService,
  { status }: Pick<Services, 'status'>,
): void {
  registry.register({
    name: 'explain-elsa-environment-health',
    title: 'Explain the health of an Elsa environment',
    description:
      'Explains why an Elsa Workflows environment has the health it has: every observed reason, worst first, with the Kubernetes object and field that show it and the runbook entry that helps.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema,
    action: async ({ input, credentials }) => {
      const environment = await status.get(credentials, input.entityRef);
      return { output: explain(environment) };
    },
  });
}
