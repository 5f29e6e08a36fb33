import { readString } from '../read';
import type { HealthRule } from '../types';
import { byField, healthy } from './result';

/** https://github.com/argoproj/argo-cd/blob/master/gitops-engine/pkg/health/health_pvc.go */
export const persistentVolumeClaim: HealthRule = object => {
  const field = 'status.phase';
  const phase = readString(object, 'status', 'phase');
  switch (phase) {
    case 'Bound':
      return healthy(field);
    case 'Pending':
      return byField(
        'Progressing',
        'Pending',
        'is waiting for a volume',
        field,
        'volume-claim',
      );
    case 'Lost':
      return byField(
        'Degraded',
        'Lost',
        'has lost its volume',
        field,
        'volume-claim',
      );
    default:
      return byField(
        'Unknown',
        'PhaseUnknown',
        `reports the phase ${phase || 'unknown'}`,
        field,
        'volume-claim',
      );
  }
};
