import type {
  HealthStatus,
  HealthTransition,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** A stretch of time in one health. */
export interface HealthPeriod {
  status: HealthStatus;
  isPartial: boolean;
  reason?: HealthTransition['reason'];
  /** Milliseconds since the epoch. */
  from: number;
  to: number;
  isOngoing: boolean;
}

/** Turns changes of health (newest first) into the periods between them, newest first. */
export function healthPeriods(
  transitions: HealthTransition[],
  now: number,
): HealthPeriod[] {
  return transitions.map((transition, index) => ({
    status: transition.to,
    isPartial: transition.isPartial,
    reason: transition.reason,
    from: new Date(transition.at).getTime(),
    to: index === 0 ? now : new Date(transitions[index - 1].at).getTime(),
    isOngoing: index === 0,
  }));
}
