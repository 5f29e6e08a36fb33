import { requestRateQuery } from '../queries';
import type { Spec, Values } from '../Values';
import { autoscalingValues, workloadValues } from '../workloadValues';

export function serverValues(spec: Spec): Values {
  const { server } = spec;
  return {
    ...workloadValues(spec, server, spec.host.server),
    autoscaling: serverAutoscaling(spec),
    locks: server.locks ?? '',
    lifecycle: {
      preStopSeconds: server.preStopSeconds,
      shutdownSeconds: server.shutdownSeconds,
    },
  };
}

function serverAutoscaling(spec: Spec): Values {
  const { autoscaling } = spec.server;
  const query = requestRateQuery(spec, '2m');
  return {
    ...autoscalingValues(spec.server),
    kind: autoscaling.kind,
    ...(autoscaling.kind === 'keda' && {
      keda: {
        prometheusAddress: spec.monitoring.prometheusUrl,
        prometheusTriggers:
          autoscaling.requestsPerSecond !== undefined && query !== undefined
            ? [
                {
                  name: 'requests-per-second',
                  query,
                  threshold: String(autoscaling.requestsPerSecond),
                },
              ]
            : [],
      },
    }),
  };
}
