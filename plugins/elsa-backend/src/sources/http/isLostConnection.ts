import { describeCauses } from './classifyFailure';

/**
 * A server that closes an idle connection just as a request goes out on it:
 * nobody has seen that request, and the next connection serves it.
 */
const LOST =
  /\b(UND_ERR_SOCKET|ECONNRESET|EPIPE|socket hang up|other side closed)\b/;

export function isLostConnection(error: unknown): boolean {
  return LOST.test(describeCauses(error));
}
