import { readMilliseconds, readNumber, readString, readTime } from '../read';

const UNITS: ReadonlyMap<string, number> = new Map([
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
  ['us', 0.001],
  ['ns', 0.000_001],
]);

/** Milliseconds of one of Go's durations, such as `720h30m0s`. */
export function readDuration(text: string | undefined): number | undefined {
  if (!text || !/^(\d+(\.\d+)?(h|ms|m|s|us|ns))+$/.test(text)) {
    return undefined;
  }
  return [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|ns)/g)].reduce(
    (sum, [, number, unit]) => sum + Number(number) * (UNITS.get(unit) ?? 0),
    0,
  );
}

/**
 * When cert-manager renews a certificate: what it says itself, else as it
 * reckons: `renewBefore` its end, or after two thirds of its life.
 */
export function renewalTimeOf(certificate: unknown): string | undefined {
  const said = readTime(certificate, 'status', 'renewalTime');
  if (said !== undefined) {
    return said;
  }
  const end = readMilliseconds(certificate, 'status', 'notAfter');
  const start = readMilliseconds(certificate, 'status', 'notBefore');
  if (end === undefined) {
    return undefined;
  }
  const life =
    start === undefined
      ? readDuration(readString(certificate, 'spec', 'duration'))
      : end - start;
  const share = readNumber(certificate, 'spec', 'renewBeforePercentage');
  const before =
    readDuration(readString(certificate, 'spec', 'renewBefore')) ??
    (share !== undefined && life !== undefined
      ? (life * share) / 100
      : undefined);
  const isUsable = before !== undefined && before < (life ?? Infinity);
  const window = isUsable ? before : (life ?? Number.NaN) / 3;
  return Number.isNaN(window)
    ? undefined
    : new Date(end - window).toISOString();
}
