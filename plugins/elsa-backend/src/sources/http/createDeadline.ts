import { NO_DELAY, type OwnDelay } from './OwnDelay';
import { UpstreamError } from './UpstreamError';

export interface Deadline {
  /** Aborted with an UpstreamError as its reason. */
  signal: AbortSignal;
  /** Call when the answer is there. */
  clear(): void;
}

/** Of the time-out: how long is waited in all when the delay is the portal's. */
const LONGEST_WAIT = 3;

/**
 * A time-out that a server alone has to answer for: time for which this
 * process did not come to its work is not counted, up to three times the
 * time-out. Whoever still has no answer then learns that the portal was busy,
 * not that the server was silent.
 *
 * @param subject - how messages name the server
 */
export function createDeadline(options: {
  subject: string;
  timeoutMs: number;
  delay?: OwnDelay;
}): Deadline {
  const { subject, timeoutMs, delay = NO_DELAY } = options;
  const controller = new AbortController();
  const startedAt = performance.now();
  const delayedBefore = delay.total();
  let timer: NodeJS.Timeout | undefined;

  const check = () => {
    const waitedMs = performance.now() - startedAt;
    const ownMs = Math.min(delay.total() - delayedBefore, waitedMs);
    const leftMs = Math.min(
      timeoutMs - (waitedMs - ownMs),
      LONGEST_WAIT * timeoutMs - waitedMs,
    );
    if (leftMs >= 1) {
      timer = setTimeout(check, leftMs);
      return;
    }
    controller.abort(
      waitedMs - ownMs < timeoutMs - 1
        ? new UpstreamError(
            'portal-busy',
            `${subject} was not read: this backend was busy for ${seconds(ownMs)} of ${seconds(waitedMs)} seconds`,
          )
        : new UpstreamError(
            'timeout',
            `${subject} did not answer within ${timeoutMs / 1000} seconds`,
          ),
    );
  };
  timer = setTimeout(check, timeoutMs);
  return { signal: controller.signal, clear: () => clearTimeout(timer) };
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
