import type { Spec, Values } from '../../values/types';
import { autoscalingValues, workloadValues } from '../../values/workload';

export function studioValues(spec: Spec): Values {
  const { studio } = spec;
  return {
    enabled: studio.enabled,
    ...workloadValues(spec, studio, spec.host.studio),
    autoscaling: autoscalingValues(studio),
  };
}
