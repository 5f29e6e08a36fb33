import type { HostProfile } from '../../profiles';
import type { ParsedEnvironmentSpec } from '../schema';

/** How many server pods run side by side at least, at most, and while rolling. @public */
export function serverPods(
  spec: Pick<ParsedEnvironmentSpec, 'server'>,
  { isClustered }: HostProfile,
): { minimum: number; maximum: number } {
  const { autoscaling, replicas } = spec.server;
  const minimum = autoscaling.enabled ? autoscaling.minReplicas : replicas;
  const steady = autoscaling.enabled ? autoscaling.maxReplicas : replicas;
  // A clustered host rolls with one pod more; the others are recreated.
  const surge = isClustered && steady > 0 ? 1 : 0;
  return { minimum, maximum: steady + surge };
}
