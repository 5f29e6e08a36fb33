import { TestApiProvider } from '@backstage/frontend-test-utils';
import { type SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemory, type Memory } from './createMemory';
import {
  POLL_INTERVAL_MS,
  PUSH_SETTLE_MS,
  SAFETY_INTERVAL_MS,
  useLiveData,
} from './useLiveData';

function createSignals() {
  const listeners = new Map<() => void, string>();
  const unsubscribe = jest.fn();
  return {
    unsubscribe,
    push: (...changeKeys: string[]) =>
      act(() => {
        for (const [listener, channel] of listeners) {
          if (changeKeys.some(key => channel === `elsa:environments:${key}`)) {
            listener();
          }
        }
      }),
    api: {
      subscribe: (channel, listener) => {
        // The hook looks at no message.
        listeners.set(listener as never, channel);
        return { unsubscribe };
      },
    } satisfies SignalApi,
  };
}

function render(
  load: (signal: AbortSignal) => Promise<string>,
  signals?: ReturnType<typeof createSignals>,
  memory?: Memory<string>,
) {
  return renderHook(
    ({ key }) =>
      useLiveData({
        key,
        load,
        changeKeyOf: () => 'mine',
        memory,
      }),
    {
      initialProps: { key: 'a' },
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider<[SignalApi] | []>
          apis={signals ? [[signalApiRef, signals.api]] : []}
        >
          {children}
        </TestApiProvider>
      ),
    },
  );
}

function setVisibility(state: 'visible' | 'hidden') {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}

const advance = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));

describe('useLiveData', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('should load at once', async () => {
    const { result } = render(async () => 'first');
    expect(result.current.isLoading).toBe(true);
    await waitFor(() => expect(result.current.data).toBe('first'));
    expect(result.current.isLoading).toBe(false);
  });

  it('should keep the data when a later read fails, and forget the error when one succeeds', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce('second');
    const { result } = render(load);
    await waitFor(() => expect(result.current.data).toBe('first'));

    await advance(POLL_INTERVAL_MS);
    expect(result.current.error?.message).toBe('down');
    expect(result.current.data).toBe('first');

    await advance(POLL_INTERVAL_MS);
    expect(result.current.error).toBeUndefined();
    expect(result.current.data).toBe('second');
  });

  it('should never show the data of another key', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('of a')
      .mockReturnValueOnce(new Promise(() => {}));
    const { result, rerender } = render(load);
    await waitFor(() => expect(result.current.data).toBe('of a'));
    rerender({ key: 'b' });
    expect(result.current.data).toBeUndefined();
    expect(result.current.isLoading).toBe(true);
  });

  it('should abort what is under way when the page is left', () => {
    const signals: AbortSignal[] = [];
    const { unmount } = render(signal => {
      signals.push(signal);
      return new Promise(() => {});
    });
    expect(signals[0].aborted).toBe(false);
    unmount();
    expect(signals[0].aborted).toBe(true);
  });

  it('should not poll while the page is hidden, and catch up when it is back', async () => {
    const load = jest.fn(async () => 'x');
    render(load);
    await advance(0);
    setVisibility('hidden');
    await advance(10 * POLL_INTERVAL_MS);
    expect(load).toHaveBeenCalledTimes(1);
    setVisibility('visible');
    await advance(0);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('should read again once for a burst of pushes that concern it', async () => {
    const signals = createSignals();
    const load = jest.fn(async () => 'x');
    render(load, signals);
    await advance(0);
    signals.push('another');
    await advance(PUSH_SETTLE_MS);
    expect(load).toHaveBeenCalledTimes(1);
    signals.push('mine', 'another');
    signals.push('mine');
    await advance(PUSH_SETTLE_MS);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('should not poll where pushes come, but read again when its figures are old', async () => {
    const load = jest.fn(async () => 'x');
    render(load, createSignals());
    await advance(0);
    await advance(SAFETY_INTERVAL_MS - 1);
    expect(load).toHaveBeenCalledTimes(1);
    await advance(1);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('should poll while nothing could be read, as nobody is told of that', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(new Error('not in the catalog yet'))
      .mockResolvedValue('there');
    const { result } = render(load, createSignals());
    await advance(POLL_INTERVAL_MS);
    expect(result.current.data).toBe('there');
    await advance(SAFETY_INTERVAL_MS - 1);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('should not read for pushes while the page is hidden, but once when it is back', async () => {
    const signals = createSignals();
    const load = jest.fn(async () => 'x');
    render(load, signals);
    await advance(0);
    setVisibility('hidden');
    signals.push('mine');
    signals.push('mine');
    await advance(10 * PUSH_SETTLE_MS);
    expect(load).toHaveBeenCalledTimes(1);
    setVisibility('visible');
    await advance(PUSH_SETTLE_MS);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('should count the interval from the last read, whatever caused it', async () => {
    const signals = createSignals();
    const load = jest.fn(async () => 'x');
    render(load, signals);
    await advance(0);
    await advance(SAFETY_INTERVAL_MS / 2);
    signals.push('mine');
    await advance(PUSH_SETTLE_MS);
    expect(load).toHaveBeenCalledTimes(2);
    await advance(SAFETY_INTERVAL_MS - PUSH_SETTLE_MS);
    expect(load).toHaveBeenCalledTimes(2);
    await advance(PUSH_SETTLE_MS);
    expect(load).toHaveBeenCalledTimes(3);
  });

  describe('with a memory', () => {
    const refusal = (statusCode: number) =>
      Object.assign(new Error('refused'), { statusCode });
    const remembering = () => {
      const memory = createMemory<string>({ maxAgeMs: 60_000, maxEntries: 2 });
      memory.set('a', { data: 'before', receivedAt: Date.now() - 5_000 });
      return memory;
    };

    it('should show at once what was read last, and then what is read now', async () => {
      const { result } = render(async () => 'now', undefined, remembering());
      expect(result.current).toMatchObject({
        data: 'before',
        isLoading: false,
        isReading: true,
        receivedAt: Date.now() - 5_000,
      });
      await waitFor(() => expect(result.current.data).toBe('now'));
    });

    it('should keep what was read last when nobody answers', async () => {
      const { result } = render(
        () => Promise.reject(refusal(503)),
        undefined,
        remembering(),
      );
      await waitFor(() => expect(result.current.error).toBeDefined());
      expect(result.current.data).toBe('before');
    });

    it.each([401, 403, 404])(
      'should not go on showing what an earlier visit saw after answer %d',
      async status => {
        const memory = remembering();
        const { result } = render(
          () => Promise.reject(refusal(status)),
          undefined,
          memory,
        );
        await waitFor(() => expect(result.current.error).toBeDefined());
        expect(result.current.data).toBeUndefined();
        expect(memory.get('a')).toBeUndefined();
      },
    );

    it('should remember what was read, also by another way', async () => {
      const memory = remembering();
      const { result } = render(async () => 'now', undefined, memory);
      await waitFor(() => expect(memory.get('a')?.data).toBe('now'));
      act(() => result.current.accept('refreshed'));
      expect(memory.get('a')?.data).toBe('refreshed');
    });
  });

  it('should end its subscription when the page is left', async () => {
    const signals = createSignals();
    const { unmount } = render(async () => 'x', signals);
    await advance(0);
    unmount();
    expect(signals.unsubscribe).toHaveBeenCalled();
  });
});
