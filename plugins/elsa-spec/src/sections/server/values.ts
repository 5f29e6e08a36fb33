import { requestRateQuery } from '../queries';
import type { Environment } from '../Environment';
import type { Values } from '../Values';
import { autoscalingValues, workloadValues } from '../workloadValues';

export function serverValues(environment: Environment): Values {
  const { spec } = environment;
  const { server } = spec;
  return {
    ...workloadValues(spec, server, spec.host.server),
    autoscaling: serverAutoscaling(environment),
    locks: server.locks ?? '',
    lifecycle: {
      preStopSeconds: server.preStopSeconds,
      shutdownSeconds: server.shutdownSeconds,
    },
  };
}

function serverAutoscaling(environment: Environment): Values {
  const { spec } = environment;
  const { autoscaling } = spec.server;
  const query = requestRateQuery(environment, '2m');
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
