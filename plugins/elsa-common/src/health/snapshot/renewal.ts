import { parseDuration } from '../../schedule/parseSchedule';
import { readMilliseconds, readNumber, readString, readTime } from '../read';

/** Milliseconds of one of Go's durations. */
function readDuration(value: unknown, ...path: string[]): number | undefined {
  const seconds = parseDuration(readString(value, ...path) ?? '');
  return seconds === undefined ? undefined : seconds * 1000;
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
      ? readDuration(certificate, 'spec', 'duration')
      : end - start;
  const share = readNumber(certificate, 'spec', 'renewBeforePercentage');
  const before =
    readDuration(certificate, 'spec', 'renewBefore') ??
    (share !== undefined && life !== undefined
      ? (life * share) / 100
      : undefined);
  const isUsable = before !== undefined && before < (life ?? Infinity);
  const window = isUsable ? before : (life ?? Number.NaN) / 3;
  return Number.isNaN(window)
    ? undefined
    : new Date(end - window).toISOString();
}
