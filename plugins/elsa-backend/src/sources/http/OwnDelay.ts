/** For how long this process, rather than a server, has kept requests waiting. */
export interface OwnDelay {
  /** Milliseconds since the watch began; only differences say something. */
  total(): number;
}

/** Nothing is watched: every wait is put down to the server. */
export const NO_DELAY: OwnDelay = { total: () => 0 };

/** How often the event loop is asked to show up. */
const TICK_MS = 50;
/** Timers are never exact; what is shorter than this is no delay. */
const TOLERANCE_MS = 20;

/** Places in the memory that threads share. */
const TOTAL = 0;
const TICKED_AT = 1;

/** The same moment is the same number in every thread. */
function sharedNow(): number {
  return performance.timeOrigin + performance.now();
}

/** Reads what `watchOwnDelay` writes, in this thread or in another one. */
export function readOwnDelay(memory: SharedArrayBuffer): OwnDelay {
  const values = new Float64Array(memory);
  return {
    total() {
      const tickedAt = values[TICKED_AT];
      // A loop that is blocked at this moment has not written that down yet.
      const pending = tickedAt === 0 ? 0 : sharedNow() - tickedAt - TICK_MS;
      return values[TOTAL] + (pending > TOLERANCE_MS ? pending : 0);
    },
  };
}

/** Watches how late the event loop of this thread comes to its timers. */
export function watchOwnDelay(): {
  memory: SharedArrayBuffer;
  delay: OwnDelay;
  stop(): void;
} {
  const memory = new SharedArrayBuffer(2 * Float64Array.BYTES_PER_ELEMENT);
  const values = new Float64Array(memory);
  values[TICKED_AT] = sharedNow();
  const timer = setInterval(() => {
    const at = sharedNow();
    const late = at - values[TICKED_AT] - TICK_MS;
    values[TOTAL] += late > TOLERANCE_MS ? late : 0;
    values[TICKED_AT] = at;
  }, TICK_MS);
  timer.unref();
  return {
    memory,
    delay: readOwnDelay(memory),
    stop() {
      clearInterval(timer);
      values[TICKED_AT] = 0;
    },
  };
}

/** Of several threads that one request passes through. */
export function sumOfDelays(delays: readonly OwnDelay[]): OwnDelay {
  return {
    total: () => delays.reduce((sum, delay) => sum + delay.total(), 0),
  };
}
