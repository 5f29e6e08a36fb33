/** Something that was read, and when, in milliseconds since the epoch. */
export interface Remembered<T> {
  data: T;
  receivedAt: number;
}

/** What was read last, by key. */
export interface Memory<T> {
  /** What was read last, unless that is too long ago. */
  get(key: string): Remembered<T> | undefined;
  /** What was read last, however long ago: better than nothing, with its age. */
  recall(key: string): Remembered<T> | undefined;
  set(key: string, remembered: Remembered<T>): void;
  forget(key: string): void;
}

/**
 * A memory of the page, for what is shown at once when it is opened again and
 * read anew meanwhile.
 *
 * @param maxAgeMs - what is older is not shown again
 * @param maxEntries - the oldest entries beyond these are forgotten
 */
export function createMemory<T>(options: {
  maxAgeMs: number;
  maxEntries: number;
}): Memory<T> {
  const entries = new Map<string, Remembered<T>>();
  return {
    get: key => {
      const found = entries.get(key);
      return found && Date.now() - found.receivedAt <= options.maxAgeMs
        ? found
        : undefined;
    },
    recall: key => entries.get(key),
    set: (key, remembered) => {
      // Anew at the end, so that the first entry is the oldest.
      entries.delete(key);
      entries.set(key, remembered);
      const [oldest] = entries.keys();
      if (entries.size > options.maxEntries) {
        entries.delete(oldest);
      }
    },
    forget: key => {
      entries.delete(key);
    },
  };
}
