import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ReaderSignals } from './ReaderSignals';

const MINUTE = 60_000;
const PAYMENTS = 'component:default/payments';
const ORDERS = 'component:default/orders';
const ann = mockCredentials.user('user:default/ann');
const bob = mockCredentials.user('user:default/bob');

describe('ReaderSignals', () => {
  let now: number;
  /** Environments that nobody may read any more. */
  let lost: Set<string>;
  const filterReadable = jest.fn();
  const publish = jest.fn();
  const logger = mockServices.logger.mock();
  let primaries: Map<string, string[]>;
  let readers: ReaderSignals;

  const watch = (
    credentials: BackstageCredentials,
    entityRef?: string,
    since: number = now,
  ) => readers.watch(credentials, { entityRef, since });

  /** Who was told on which key, since the last time. */
  async function told(): Promise<string[]> {
    await jest.advanceTimersByTimeAsync(0);
    return publish.mock.calls
      .splice(0)
      .map(
        ([{ recipients, channel, message }]) =>
          `${recipients.entityRef} ${channel.replace('elsa:environments:', '')}${Object.keys(message)}`,
      );
  }

  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    now = 100 * MINUTE;
    lost = new Set();
    primaries = new Map();
    publish.mockResolvedValue(undefined);
    filterReadable.mockImplementation(
      async (_: unknown, items: Array<{ entityRef: string }>) =>
        items.filter(({ entityRef }) => !lost.has(entityRef)),
    );
    readers = new ReaderSignals({
      auth: mockServices.auth(),
      access: { filterReadable },
      index: {
        snapshot: async () => ({
          version: 1,
          summaries: [],
          sources: new Map(),
          primaries,
          refused: new Set(),
        }),
      },
      signals: { publish },
      logger,
      now: () => now,
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('should give each reader of each thing a key of its own, and the same one again', () => {
    const keys = [
      watch(ann, PAYMENTS),
      watch(ann, ORDERS),
      watch(ann),
      watch(bob, PAYMENTS),
      watch(bob),
    ];
    expect(new Set(keys).size).toBe(5);
    keys.forEach(key => expect(key).toMatch(/^[\w-]{22}$/));
    now += MINUTE;
    expect(watch(ann, PAYMENTS)).toBe(keys[0]);
  });

  it('should tell those alone whom it concerns', async () => {
    const one = watch(ann, PAYMENTS);
    watch(ann, ORDERS);
    const list = watch(bob);
    readers.changed([PAYMENTS]);
    expect(await told()).toEqual([
      `user:default/ann ${one}`,
      `user:default/bob ${list}`,
    ]);
  });

  it('should change a key after ten minutes, and keep the former one for who still uses it', async () => {
    const first = watch(ann, PAYMENTS);
    for (let minute = 0; minute < 9; minute++) {
      now += MINUTE;
      expect(watch(ann, PAYMENTS)).toBe(first);
    }
    now += MINUTE;
    const second = watch(ann, PAYMENTS);
    expect(second).not.toBe(first);
    readers.changed([PAYMENTS]);
    expect((await told()).sort()).toEqual(
      [`user:default/ann ${first}`, `user:default/ann ${second}`].sort(),
    );
    now += 4 * MINUTE + 1;
    watch(ann, PAYMENTS);
    readers.changed([PAYMENTS]);
    expect(await told()).toEqual([`user:default/ann ${second}`]);
  });

  it('should forget who has not read for five minutes', async () => {
    watch(ann, PAYMENTS);
    now += 5 * MINUTE;
    expect(readers.hasReaders).toBe(true);
    now += 1;
    expect(readers.hasReaders).toBe(false);
    readers.changed([PAYMENTS]);
    expect(await told()).toEqual([]);
    expect(filterReadable).not.toHaveBeenCalled();
  });

  it('should forget those first who have not read for longest when there are too many', async () => {
    for (let reader = 0; reader <= 20_000; reader++) {
      watch(ann, `component:default/environment-${reader}`);
    }
    readers.changed(['component:default/environment-0']);
    expect(await told()).toEqual([]);
    readers.changed(['component:default/environment-1']);
    expect(await told()).toHaveLength(1);
  });

  it('should tell nobody who has lost the permission', async () => {
    watch(ann, PAYMENTS);
    watch(bob);
    lost.add(PAYMENTS);
    readers.changed([PAYMENTS]);
    expect(await told()).toEqual([]);
    expect(
      filterReadable.mock.calls.map(([credentials]) => credentials),
    ).toEqual([ann, bob]);
    lost.clear();
    readers.changed([PAYMENTS]);
    expect(await told()).toHaveLength(2);
  });

  it('should ask for the environment too that a copy shows', async () => {
    primaries.set(ORDERS, [PAYMENTS]);
    watch(bob);
    readers.changed([ORDERS]);
    await told();
    expect(filterReadable).toHaveBeenCalledWith(
      bob,
      [{ entityRef: ORDERS }],
      primaries,
    );
  });

  it('should tell of what changed while it was being read, and of nothing before', async () => {
    readers.changed([PAYMENTS]);
    const changedAt = now;
    now += 10;
    watch(ann, PAYMENTS, changedAt + 1);
    expect(await told()).toEqual([]);
    const key = watch(bob, PAYMENTS, changedAt);
    expect(await told()).toEqual([`user:default/bob ${key}`]);
    now += 31_000;
    readers.changed([ORDERS]);
    watch(bob, PAYMENTS, changedAt);
    expect(await told()).toEqual([]);
  });

  it('should say it again to a browser that may not have subscribed yet', async () => {
    const key = watch(ann, PAYMENTS);
    readers.changed([PAYMENTS]);
    expect(await told()).toEqual([`user:default/ann ${key}`]);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await told()).toEqual([`user:default/ann ${key}`]);
    now += 2_000;
    readers.changed([PAYMENTS]);
    await told();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await told()).toEqual([]);
  });

  it('should give services no key', () => {
    expect(watch(mockCredentials.service(), PAYMENTS)).toBeUndefined();
    expect(watch(mockCredentials.none(), PAYMENTS)).toBeUndefined();
    expect(readers.hasReaders).toBe(false);
  });

  it.each([
    ['signals', publish],
    ['permissions', filterReadable],
  ])('should go on when the plugin of %s fails', async (_, failing) => {
    watch(ann, PAYMENTS);
    const key = watch(bob, PAYMENTS);
    failing.mockRejectedValueOnce(new Error('not installed'));
    expect(() => readers.changed([PAYMENTS])).not.toThrow();
    expect(await told()).toContain(`user:default/bob ${key}`);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('not installed'),
    );
    publish.mockRejectedValue(new Error('not installed'));
    await jest.advanceTimersByTimeAsync(2_000);
  });
});
