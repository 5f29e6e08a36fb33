import type { Rule } from '../Rule';

export const studioScalesByCpu: Rule<'studio'> = spec => [
  spec.studio.autoscaling.enabled &&
    spec.studio.autoscaling.kind === 'keda' && {
      path: 'studio.autoscaling.kind',
      value: 'keda',
      message:
        'The studio serves static files, so KEDA has no metric to scale it on.',
      remedy: 'Use kind: hpa.',
    },
  spec.studio.autoscaling.requestsPerSecond !== undefined && {
    path: 'studio.autoscaling.requestsPerSecond',
    value: spec.studio.autoscaling.requestsPerSecond,
    message: 'Requests are counted for the server only.',
    remedy: 'Scale the studio by CPU.',
  },
];
