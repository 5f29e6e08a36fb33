import type { Rule } from '../sections/Rule';
import { WORKLOADS } from '../sections/workloads';

export const autoscalingRangeIsOrdered: Rule<'server' | 'studio'> = spec =>
  WORKLOADS.map(part => {
    const { enabled, minReplicas, maxReplicas } = spec[part].autoscaling;
    return (
      enabled &&
      minReplicas > maxReplicas && {
        path: `${part}.autoscaling.maxReplicas`,
        value: maxReplicas,
        message: `The maximum is below the minimum of ${minReplicas}.`,
        remedy: `Use at least ${minReplicas}, or lower ${part}.autoscaling.minReplicas.`,
      }
    );
  });
