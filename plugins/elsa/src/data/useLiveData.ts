import { useCallback, useEffect, useRef, useState } from 'react';
import { classifyError } from './classifyError';
import { toError } from './toError';
import type { Memory } from './createMemory';
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
  /** Key of the channel on which changes of it are told; without, none are. */
  changeKeyOf?: (data: T) => string | undefined;
  /** Least time between two reads that pushes cause. */
  settleMs?: number;
  /** Shown at once when the page is opened again, until it has been read anew. */
  memory?: Memory<T>;
}

interface State<T> {
  key: string;
  data?: T;
  error?: Error;
  receivedAt?: number;
  isReading: boolean;
  /** `data` was read by an earlier visit. */
  isRemembered?: boolean;
}

function start<T>({ key, memory }: LiveDataOptions<T>): State<T> {
  const remembered = memory?.get(key);
  return { key, isReading: true, ...remembered, isRemembered: !!remembered };
}

/** Answers after which what an earlier visit saw must not be shown again. */
function isRefusal(error: unknown): boolean {
  return ['signed-out', 'forbidden', 'not-found'].includes(
    classifyError(error),
  );
}

/**
 * Reads at once, again when a push says so, and at intervals, all of it only
 * while the page is visible. A failed read keeps the data of the one before.
 */
export function useLiveData<T>(options: LiveDataOptions<T>): LiveData<T> {
  const { key, settleMs = PUSH_SETTLE_MS } = options;
  const [state, setState] = useState<State<T>>(() => start(options));
  const current: State<T> = state.key === key ? state : start(options);
  const latest = useRef({ options, current });
  latest.current = { options, current };
  const controller = useRef<AbortController>();
  const settleTimer = useRef<ReturnType<typeof setTimeout>>();
  const isDue = useRef(false);

  const accept = useCallback(
    (data: T) => {
      controller.current?.abort();
      const received = { data, receivedAt: Date.now() };
      latest.current.options.memory?.set(key, received);
      setState({ key, ...received, isReading: false });
    },
    [key],
  );

  const fail = useCallback(
    (error: unknown) => {
      const isRefused = isRefusal(error);
      const { memory } = latest.current.options;
      if (isRefused) {
        memory?.forget(key);
      }
      const remembered = memory?.recall(key);
      const earlier: Omit<State<T>, 'isReading'> = {
        key,
        ...remembered,
        isRemembered: !!remembered,
      };
      setState(before => ({
        ...(before.key === key &&
        before.data !== undefined &&
        !(isRefused && before.isRemembered)
          ? before
          : earlier),
        error: toError(error),
        isReading: false,
      }));
    },
    [key],
  );

  const read = useCallback(async () => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    setState({ ...latest.current.current, isReading: true });
    try {
      const data = await latest.current.options.load(signal);
      if (!signal.aborted) {
        accept(data);
      }
    } catch (error) {
      if (!signal.aborted) {
        fail(error);
      }
    }
  }, [accept, fail]);

  useEffect(() => {
    read();
    return () => {
      controller.current?.abort();
      clearTimeout(settleTimer.current);
      settleTimer.current = undefined;
    };
  }, [read]);

  const readSoon = useCallback(() => {
    // What changes while nobody looks is read once when somebody does again.
    isDue.current = document.visibilityState === 'hidden';
    if (!isDue.current) {
      settleTimer.current ??= setTimeout(() => {
        settleTimer.current = undefined;
        read();
      }, settleMs);
    }
  }, [read, settleMs]);

  useEffect(() => {
    const catchUp = () => {
      if (isDue.current) {
        readSoon();
      }
    };
    document.addEventListener('visibilitychange', catchUp);
    return () => document.removeEventListener('visibilitychange', catchUp);
  }, [readSoon]);

  const changeKey =
    current.data === undefined
      ? undefined
      : options.changeKeyOf?.(current.data);
  const hasSignals = useEnvironmentSignals(changeKey, readSoon);
  // Who was not given a key, as nothing could be read yet, is told nothing.
  const isUntold = options.changeKeyOf !== undefined && changeKey === undefined;
  useVisibleInterval(
    read,
    hasSignals && !isUntold ? SAFETY_INTERVAL_MS : POLL_INTERVAL_MS,
    current.receivedAt,
  );

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
