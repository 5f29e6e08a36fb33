/** The bytes of a text in Base64, as characters; nothing where it is none. @public */
export function decodeBase64(text: string): string | undefined {
  const digits = text
    .replace(/\s+/g, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/={1,2}$/, '');
  if (digits.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(digits)) {
    return undefined;
  }
  return atob(digits);
}

/** `user:password` in Base64, as headers and `.dockerconfigjson` hold it. */
export function isUserInfo(text: string): boolean {
  const decoded = decodeBase64(text);
  return decoded !== undefined && /^[^:\s]*:[\x20-\x7e]+$/.test(decoded);
}

/* eslint-disable no-control-regex -- These are bytes. */

/** A password with its name takes more than this. */
const SHORTEST = /^\s{0,8}[A-Za-z0-9+/_-]{12}/;

/** How files begin that hold private keys in bytes: PKCS #1 and #8, PKCS #12, Java's two kinds of stores. */
const KEY_FILES = [
  /^\x30(?:\x82[\s\S]{2}|\x81[\s\S]|[\x20-\x7f])\x02\x01[\x00\x01\x03]/,
  /^\xfe\xed\xfe\xed/,
  /^\xce\xce\xce\xce/,
];

/** What a text in Base64 says, where that is a text or a private key. */
export function readBase64(
  text: string,
): { text: string } | 'private-key' | undefined {
  const bytes = SHORTEST.test(text) ? decodeBase64(text) : undefined;
  if (bytes === undefined) return undefined;
  if (KEY_FILES.some(pattern => pattern.test(bytes))) return 'private-key';
  return /[^\x09\x0a\x0d\x20-\x7e\x80-\xff]/.test(bytes)
    ? undefined
    : { text: bytes };
}
