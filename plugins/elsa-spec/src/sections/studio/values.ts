import type { Environment } from '../Environment';
import type { Values } from '../Values';
import { autoscalingValues, workloadValues } from '../workloadValues';

export function studioValues({ spec }: Environment): Values {
  const { studio } = spec;
  return {
    enabled: studio.enabled,
    ...workloadValues(spec, studio, spec.host.studio),
    autoscaling: autoscalingValues(studio),
  };
}
