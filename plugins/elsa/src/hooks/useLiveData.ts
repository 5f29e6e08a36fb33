import { toError } from '../utils/toError';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useEnvironmentSignals } from './useEnvironmentSignals';
import { useVisibleInterval } from './useVisibleInterval';

/** Without signals: how often an open, visible page asks. */
export const POLL_INTERVAL_MS = 30_000;

/**
 * With signals nothing is polled. Still, a visible page reads again when its
 * figures are this old: a web socket can be cut without either end being told,
 * and the ages it shows must not grow while the collector is at work.
 */
export const SAFETY_INTERVAL_MS = 120_000;

/** Pushes that come in a burst cause one read. */
export const PUSH_SETTLE_MS = 250;

export interface LiveData<T> {
  /** The last data that was read, also after a later read failed. */
  data?: T;
  /** Why the last read failed. */
  error?: Error;
  /** Nothing has been read yet. */
  isLoading: boolean;
  /** A read is under way. */
  isReading: boolean;
  /** When `data` arrived, in milliseconds since the epoch. */
  receivedAt?: number;
  reload(): void;
  /** Takes data that arrived by another way, such as an explicit refresh. */
  accept(data: T): void;
}

export interface LiveDataOptions<T> {
  /** What is read. Another key starts afresh and never shows the old data. */
  key: string;
  load: (signal: AbortSignal) => Promise<T>;
  /** Whether a push concerns what is shown. */
  isAffected: (changeKeys: string[], data: T | undefined) => boolean;
  /** Least time between two reads that pushes cause. */
  settleMs?: number;
}

interface State<T> {
  key: string;
  data?: T;
  error?: Error;
  receivedAt?: number;
  isReading: boolean;
}

/**
 * Reads at once, again when a push says so, and at intervals while the page is
 * visible. A failed read keeps the data of the one before.
 */
export function useLiveData<T>(options: LiveDataOptions<T>): LiveData<T> {
  const { key, settleMs = PUSH_SETTLE_MS } = options;
  const [state, setState] = useState<State<T>>({ key, isReading: true });
  const current: State<T> =
    state.key === key ? state : { key, isReading: true };
  const latest = useRef({ options, data: current.data });
  latest.current = { options, data: current.data };
  const controller = useRef<AbortController>();
  const settleTimer = useRef<ReturnType<typeof setTimeout>>();

  const accept = useCallback(
    (data: T) => {
      controller.current?.abort();
      setState({ key, data, receivedAt: Date.now(), isReading: false });
    },
    [key],
  );

  const read = useCallback(async () => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setState(before =>
      before.key === key
        ? { ...before, isReading: true }
        : { key, isReading: true },
    );
    try {
      const data = await latest.current.options.load(signal);
      if (!signal.aborted) {
        setState({ key, data, receivedAt: Date.now(), isReading: false });
      }
    } catch (error) {
      if (!signal.aborted) {
        setState(before => ({
          ...(before.key === key ? before : { key }),
          error: toError(error),
          isReading: false,
        }));
      }
    }
  }, [key]);

  useEffect(() => {
    read();
    return () => {
      controller.current?.abort();
      clearTimeout(settleTimer.current);
      settleTimer.current = undefined;
    };
  }, [read]);

  const hasSignals = useEnvironmentSignals(changeKeys => {
    const { options: now, data } = latest.current;
    if (settleTimer.current === undefined && now.isAffected(changeKeys, data)) {
      settleTimer.current = setTimeout(() => {
        settleTimer.current = undefined;
        read();
      }, settleMs);
    }
  });
  useVisibleInterval(read, hasSignals ? SAFETY_INTERVAL_MS : POLL_INTERVAL_MS);

  return {
    data: current.data,
    error: current.error,
    receivedAt: current.receivedAt,
    isReading: current.isReading,
    isLoading: current.data === undefined && current.error === undefined,
    reload: read,
    accept,
  };
}
