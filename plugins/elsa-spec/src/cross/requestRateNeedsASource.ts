import type { Rule } from '../sections/Rule';

export const requestRateNeedsASource: Rule<'server' | 'monitoring'> = spec => {
  const { autoscaling } = spec.server;
  const path = 'server.autoscaling.requestsPerSecond';
  const value = autoscaling.requestsPerSecond;
  if (value === undefined) {
    return [];
  }
  return [
    autoscaling.kind !== 'keda' && {
      path,
      value,
      message: 'A plain HPA has no source of request rates.',
      remedy: 'Set server.autoscaling.kind: keda.',
    },
    spec.monitoring.metricProfile === undefined && {
      path,
      value,
      message: 'Nothing counts the requests of this environment.',
      remedy: 'State monitoring.metricProfile.',
    },
  ];
};
