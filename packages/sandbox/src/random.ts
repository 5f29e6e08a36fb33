/** Kubernetes leaves vowels and look-alikes out of generated names. */
const NAME_CHARACTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** FNV-1a: short, stable and good enough to name things. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

/** A repeatable sequence of numbers: the same seed tells the same story. */
export class Random {
  #state: number;

  constructor(seed: number | string) {
    this.#state = typeof seed === 'number' ? seed >>> 0 : hash32(seed);
  }

  /** 0 inclusive to 1 exclusive (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.next();
  }

  /** As in the suffix of a pod's name. */
  suffix(length = 5): string {
    return Array.from(
      { length },
      () => NAME_CHARACTERS[Math.floor(this.next() * NAME_CHARACTERS.length)],
    ).join('');
  }

  hex(length: number): string {
    return Array.from({ length }, () =>
      Math.floor(this.next() * 16).toString(16),
    ).join('');
  }

  uuid(): string {
    const digits = this.hex(31);
    return [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(12, 15)}`,
      `a${digits.slice(15, 18)}`,
      digits.slice(18, 30),
    ].join('-');
  }
}

export function nameHash(text: string, length = 10): string {
  return new Random(text).suffix(length);
}

const TEMPLATE_HASHES = new WeakMap<object, string>();

/** Like the pod-template-hash label: the same template, the same hash. */
export function templateHash(template: object): string {
  const known = TEMPLATE_HASHES.get(template);
  if (known) return known;
  const hash = nameHash(JSON.stringify(template));
  TEMPLATE_HASHES.set(template, hash);
  return hash;
}
