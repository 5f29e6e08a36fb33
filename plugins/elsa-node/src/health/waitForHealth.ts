import { setTimeout as sleep } from 'timers/promises';
import type { Verdict } from './judgeObjects';

/** Often enough to end soon after a rollout does. */
const INTERVAL_MS = 5000;

/**
 * Judges again and again until all is Healthy or the time is over, and gives
 * the last verdict. One reading that fails is tried again; the last one throws.
 */
export async function waitForHealth(
  judge: () => Promise<Verdict>,
  options: {
    waitMs: number;
    /** Says what is waited for, whenever that is something else. */
    say: (text: string) => void;
    now?: () => number;
    pause?: (ms: number) => Promise<unknown>;
  },
): Promise<Verdict> {
  const { waitMs, say, now = Date.now, pause = sleep } = options;
  const end = now() + waitMs;
  let said = '';
  for (;;) {
    const outcome = await judge().catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    const isLast = now() >= end;
    if (!(outcome instanceof Error)) {
      if (outcome.status === 'Healthy' || isLast) return outcome;
    } else if (isLast) {
      throw outcome;
    }
    const state =
      outcome instanceof Error
        ? outcome.message
        : `${outcome.status}: ${outcome.reasons[0]?.message ?? ''}`;
    if (state !== said) {
      said = state;
      say(`${state.trim()}\n`);
    }
    await pause(Math.max(0, Math.min(INTERVAL_MS, end - now())));
  }
}
