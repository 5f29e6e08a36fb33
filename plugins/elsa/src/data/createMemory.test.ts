import { createMemory } from './createMemory';

describe('createMemory', () => {
  const now = Date.now();

  it('should give back what was read last', () => {
    const memory = createMemory<string>({ maxAgeMs: 1_000, maxEntries: 2 });
    memory.set('a', { data: 'first', receivedAt: now });
    memory.set('a', { data: 'second', receivedAt: now });
    expect(memory.get('a')?.data).toBe('second');
    memory.forget('a');
    expect(memory.get('a')).toBeUndefined();
  });

  it('should not give back what is too old to be called present', () => {
    const memory = createMemory<string>({ maxAgeMs: 1_000, maxEntries: 2 });
    memory.set('a', { data: 'old', receivedAt: now - 60_000 });
    expect(memory.get('a')).toBeUndefined();
    // It is better than nothing, though.
    expect(memory.recall('a')?.data).toBe('old');
  });

  it('should forget the entry that was not renewed for longest', () => {
    const memory = createMemory<string>({ maxAgeMs: 60_000, maxEntries: 2 });
    memory.set('a', { data: 'a', receivedAt: now });
    memory.set('b', { data: 'b', receivedAt: now });
    memory.set('a', { data: 'a', receivedAt: now });
    memory.set('c', { data: 'c', receivedAt: now });
    expect(['a', 'b', 'c'].filter(key => memory.get(key))).toEqual(['a', 'c']);
  });
});
