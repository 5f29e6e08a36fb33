import { defineSection, type Draft, YES_OR_NO } from '../question';

const canScale = ({ profiles }: Draft) => profiles.host.isClustered;

const scales = (draft: Draft) =>
  canScale(draft) && draft.spec.server.autoscaling.enabled;

export const replicas = defineSection({
  id: 'replicas',
  root: 'server',
  questions: [
    {
      path: 'server.autoscaling.enabled',
      text: 'autoscaling',
      ...YES_OR_NO,
      isAsked: canScale,
    },
    {
      path: 'server.replicas',
      text: 'replicas',
      kind: 'number',
      isAsked: draft => canScale(draft) && !scales(draft),
      minimum: 0,
      maximum: 500,
    },
    {
      path: 'server.autoscaling.minReplicas',
      text: 'minReplicas',
      kind: 'number',
      isAsked: scales,
      minimum: 1,
      maximum: 100,
    },
    {
      path: 'server.autoscaling.maxReplicas',
      text: 'maxReplicas',
      kind: 'number',
      isAsked: scales,
      minimum: 1,
      maximum: 500,
    },
    {
      path: 'server.autoscaling.targetCpuUtilization',
      text: 'targetCpu',
      kind: 'number',
      isAsked: scales,
      minimum: 10,
      maximum: 100,
    },
    {
      path: 'server.autoscaling.kind',
      text: 'autoscaler',
      kind: 'choice',
      isAsked: scales,
      choices: [
        { value: 'hpa', name: 'HorizontalPodAutoscaler' },
        { value: 'keda', name: 'KEDA' },
      ],
    },
    {
      path: 'server.autoscaling.requestsPerSecond',
      text: 'requestsPerSecond',
      kind: 'number',
      // Only KEDA can ask for request rates, and only where they are counted.
      isAsked: draft =>
        scales(draft) &&
        draft.spec.server.autoscaling.kind === 'keda' &&
        draft.spec.monitoring.metricProfile !== undefined,
      minimum: 1,
      maximum: 100_000,
    },
  ],
});
