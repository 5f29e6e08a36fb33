/**
 * Recognizes secret values, so that none is ever written to Git. A false alarm
 * costs the user one secret reference; a miss costs him a leaked credential.
 */

const SECRET_NAMES =
  /(password|passwd|pwd|secret|token|api_?key|signing_?key|access_?key|private_?key|credential|connection_?strings?)/i;

/** Names that contain such a word and still hold nothing secret. */
const PUBLIC_NAMES =
  /(lifetime|timeout|expiry|expiration|_?enabled|_?issuer|_?audience|_?url|_?uri|_?endpoint|_?path|_?file|_?name)$/i;

const SECRET_VALUES: RegExp[] = [
  /(?:^|[;,\s])\s*(?:password|pwd|user\s*password|accountkey|sharedaccesskey)\s*=\s*[^;\s]/i,
  /[a-z][a-z0-9+.-]*:\/\/[^\s/:@]*:[^\s/@]+@/i,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}\b/,
  /\bgithub_pat_[A-Za-z0-9_]{30,}\b/,
  /\bglpat-[A-Za-z0-9_-]{20,}\b/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/,
  /\bsk-[A-Za-z0-9_-]{24,}\b/,
  /\bApiKey\s+[A-Za-z0-9-]{16,}/,
  /\bBearer\s+[A-Za-z0-9._~+/-]{16,}/,
  // Elsa's published default API key.
  /00000000-0000-0000-0000-000000000000/,
];

/** Whether a text by itself reads like a credential. @public */
export function looksLikeSecretValue(value: string): boolean {
  return SECRET_VALUES.some(pattern => pattern.test(value));
}

/** Whether a setting is one that holds a credential, by its name or by its value. @public */
export function looksLikeSecret(name: string, value: string): boolean {
  if (value === '') return false;
  if (looksLikeSecretValue(value)) return true;
  return (
    SECRET_NAMES.test(name) &&
    !PUBLIC_NAMES.test(name) &&
    !/^(true|false|[0-9.:]+)$/i.test(value)
  );
}
