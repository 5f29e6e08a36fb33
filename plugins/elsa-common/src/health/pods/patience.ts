import { POD_NOT_READY_AFTER_SECONDS } from '../../thresholds';

/** At what moment, and how long a pod may take to become ready. */
export interface Patience {
  /** Milliseconds since 1970. */
  now: number;
  notReadyAfterSeconds?: number;
}

/** `10 minutes` */
export function describeLimit(patience: Patience): string {
  const seconds = limitOf(patience);
  const minutes = Math.round(seconds / 60);
  return seconds < 60
    ? `${seconds} seconds`
    : `${minutes} minute${minutes === 1 ? '' : 's'}`;
}

function limitOf({ notReadyAfterSeconds }: Patience): number {
  return notReadyAfterSeconds ?? POD_NOT_READY_AFTER_SECONDS;
}

/** Whether something has lasted longer than any start may take. */
export function isTooLong(
  since: string | undefined,
  patience: Patience,
): since is string {
  return (
    since !== undefined &&
    patience.now - Date.parse(since) > limitOf(patience) * 1000
  );
}

/** The newest of several times. */
export function latest(times: ReadonlyArray<string | undefined>) {
  return times
    .filter(time => time !== undefined)
    .sort((a, b) => Date.parse(b) - Date.parse(a))
    .at(0);
}
