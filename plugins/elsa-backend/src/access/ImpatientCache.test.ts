import { ImpatientCache } from './ImpatientCache';

describe('ImpatientCache', () => {
  const silent = () => new Promise<never>(() => {});

  it('should give and keep what a cache that answers has', async () => {
    const set = jest.fn(async () => {});
    const cache = new ImpatientCache({
      get: async () => ({ a: 1 }) as never,
      set,
    });
    await expect(cache.get('key')).resolves.toEqual({ a: 1 });
    await cache.set('key', { b: 2 });
    expect(set).toHaveBeenCalledWith('key', { b: 2 }, { ttl: { minutes: 5 } });
  });

  it('should wait a moment for a cache that is silent, and then not at all', async () => {
    const get = jest.fn(silent);
    const cache = new ImpatientCache({ get, set: silent });
    const startedAt = performance.now();
    await expect(cache.get('key')).resolves.toBeUndefined();
    await cache.set('key', {});
    await expect(cache.get('key')).resolves.toBeUndefined();
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(get).toHaveBeenCalledTimes(1);
  });

  it('should take an error for no answer', async () => {
    const cache = new ImpatientCache({
      get: async () => {
        throw new Error('connection refused');
      },
      set: silent,
    });
    await expect(cache.get('key')).resolves.toBeUndefined();
  });
});
