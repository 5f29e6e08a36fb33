import { useEffect, useRef } from 'react';

/**
 * Calls back every `intervalMs` while the page can be seen. A page that comes
 * back into view after longer than that catches up at once.
 *
 * @param lastRunAt - when it was done by another way, in milliseconds since the
 * epoch; the interval counts from then
 */
export function useVisibleInterval(
  callback: () => void,
  intervalMs: number,
  lastRunAt?: number,
) {
  const callbackRef = useRef(callback);
  callbackRef.current = callback;

  useEffect(() => {
    let lastRun = lastRunAt ?? Date.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const schedule = () => {
      clearTimeout(timer);
      if (document.visibilityState === 'hidden') {
        return;
      }
      const wait = Math.max(0, lastRun + intervalMs - Date.now());
      timer = setTimeout(() => {
        lastRun = Date.now();
        callbackRef.current();
        schedule();
      }, wait);
    };
    schedule();
    document.addEventListener('visibilitychange', schedule);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', schedule);
    };
  }, [intervalMs, lastRunAt]);
}
