import { CERTIFICATE_EXPIRES_SOON_SECONDS } from './thresholds';

/** What decides whether a certificate was renewed in time. @public */
export interface RenewalTimes {
  /** End of its validity. */
  notAfter?: string;
  /** When its issuer meant to renew it. */
  renewalAt?: string;
}

/** A failed attempt is made again after an hour; a tenth is for a few of them. */
const SHARE_OF_WINDOW = 0.1;
const LONGEST_ALLOWANCE_SECONDS = 86_400;
const SHORTEST_ALLOWANCE_SECONDS = 600;

/**
 * Whether the renewal of a certificate is late: its time has passed by a tenth
 * of what is left after it, at most a day. Certificates live for hours or for
 * years, so a fixed number of days before the end would be wrong for most.
 *
 * @param now - milliseconds since 1970
 * @public
 */
export function isRenewalOverdue(
  { notAfter, renewalAt }: RenewalTimes,
  now: number,
): boolean {
  if (notAfter === undefined) {
    return false;
  }
  if (renewalAt === undefined) {
    const left = (Date.parse(notAfter) - now) / 1000;
    return left < CERTIFICATE_EXPIRES_SOON_SECONDS;
  }
  const due = Date.parse(renewalAt);
  const windowSeconds = (Date.parse(notAfter) - due) / 1000;
  const allowance = Math.min(
    LONGEST_ALLOWANCE_SECONDS,
    Math.max(SHORTEST_ALLOWANCE_SECONDS, windowSeconds * SHARE_OF_WINDOW),
  );
  return now > due + allowance * 1000;
}
