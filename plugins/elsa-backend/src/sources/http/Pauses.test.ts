import { Pauses } from './Pauses';

const HOUR = 3_600_000;

/** A database that a test can stop from answering. */
function createStore() {
  const rows = new Map<string, number>();
  const store = {
    rows,
    isDown: false,
    asked: 0,
    async answer<T>(get: () => T): Promise<T> {
      store.asked += 1;
      if (store.isDown) {
        throw new Error('connect ECONNREFUSED 10.0.0.7:5432');
      }
      return get();
    },
    read: (ids: readonly string[]) =>
      store.answer(() => new Map([...rows].filter(([id]) => ids.includes(id)))),
    extend: (id: string, untilMs: number) =>
      store.answer(() => {
        rows.set(id, Math.max(untilMs, rows.get(id) ?? 0));
      }),
  };
  return store;
}

describe('Pauses', () => {
  const clock = { now: Date.parse('2026-11-20T12:00:00Z') };
  const now = () => clock.now;
  let store: ReturnType<typeof createStore>;
  let elapsedMs = 0;

  beforeEach(() => {
    store = createStore();
    clock.now = Date.parse('2026-11-20T12:00:00Z');
    const started = performance.now();
    elapsedMs = 0;
    jest
      .spyOn(performance, 'now')
      .mockImplementation(() => started + elapsedMs);
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const leftOf = async (pauses: Pauses, id = 'kubernetes:eu') =>
    (await pauses.check(id, 'It'))?.retryAfterMs;

  it('should tell other backends, and none but the source that asked', async () => {
    const [first, second] = [
      new Pauses({ store, now }),
      new Pauses({ store, now }),
    ];
    await expect(leftOf(second)).resolves.toBeUndefined();
    await first.begin('kubernetes:eu', 3 * HOUR);
    clock.now += HOUR;
    await expect(leftOf(second)).resolves.toBe(2 * HOUR);
    await expect(leftOf(second, 'kubernetes:us')).resolves.toBeUndefined();
    clock.now += 2 * HOUR;
    await expect(leftOf(second)).resolves.toBeUndefined();
  });

  it('should know a pause at once, while it is being written', async () => {
    const pauses = new Pauses({ store, now });
    const look = pauses.check('kubernetes:eu', 'It');
    const begun = pauses.begin('kubernetes:eu', HOUR);
    await expect(look).resolves.toMatchObject({ retryAfterMs: HOUR });
    await begun;
    await expect(leftOf(pauses)).resolves.toBe(HOUR);
  });

  it('should look once for requests that begin at the same moment', async () => {
    const pauses = new Pauses({ store, now });
    await Promise.all(Array.from({ length: 20 }, () => leftOf(pauses)));
    expect(store.asked).toBe(1);
  });

  it('should go by its own memory while the database is down, and write it down later', async () => {
    const [first, second] = [
      new Pauses({ store, now }),
      new Pauses({ store, now }),
    ];
    store.isDown = true;
    await first.begin('kubernetes:eu', HOUR);
    for (let request = 0; request < 20; request++) {
      await expect(leftOf(first)).resolves.toBe(HOUR);
    }
    // Nobody waits for a database that has just failed.
    expect(store.asked).toBe(1);
    await expect(leftOf(second)).resolves.toBeUndefined();
    store.isDown = false;
    elapsedMs += 10_000;
    await expect(leftOf(first)).resolves.toBe(HOUR);
    await expect(leftOf(second)).resolves.toBe(HOUR);
  });

  it('should keep in mind what the database said before it went down', async () => {
    const pauses = new Pauses({ store, now });
    store.rows.set('kubernetes:eu', clock.now + HOUR);
    await expect(leftOf(pauses)).resolves.toBe(HOUR);
    store.isDown = true;
    await expect(leftOf(pauses)).resolves.toBe(HOUR);
  });

  it('should ask again once an operator has taken the row away', async () => {
    const pauses = new Pauses({ store, now });
    await pauses.begin('kubernetes:eu', HOUR);
    store.rows.clear();
    await expect(leftOf(pauses)).resolves.toBeUndefined();
  });

  it('should believe no clock that is more than a day ahead', async () => {
    store.rows.set('kubernetes:eu', clock.now + 1000 * HOUR);
    await expect(leftOf(new Pauses({ store, now }))).resolves.toBe(24 * HOUR);
  });
});
