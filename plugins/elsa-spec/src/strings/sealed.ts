import { isRecord } from '@elsa-portal/backstage-plugin-elsa-common';
import { decodeBase64 } from '@elsa-portal/backstage-plugin-elsa-common/secrets';

/** Bytes of what RSA makes of the session key, for keys of 2048, 3072, 4096 and 8192 bits. */
const SESSION_KEYS = [256, 384, 512, 1024];
/** What AES-GCM adds. */
const TAG = 16;

/**
 * Whether a text is what kubeseal writes: the length of the sealed session
 * key in two bytes, that key, and the sealed text (`HybridEncrypt` in
 * pkg/crypto/crypto.go of sealed-secrets).
 */
export function isSealed(text: string): boolean {
  const bytes = decodeBase64(text);
  if (bytes === undefined || bytes.length < 2) return false;
  const length = bytes.charCodeAt(0) * 256 + bytes.charCodeAt(1);
  return SESSION_KEYS.includes(length) && bytes.length >= 2 + length + TAG;
}

/** How an extra object may state a value that no other object may. */
export type Holding = 'sealed' | 'literal';

/** What the kind of an object makes of a text in it, at this path below the object. */
export function holdingOf(
  object: unknown,
  path: ReadonlyArray<PropertyKey>,
): Holding | undefined {
  if (!isRecord(object)) return undefined;
  const group = String(object.apiVersion ?? '').split('/')[0];
  const kind = String(object.kind ?? '');
  const place = path.map(String);
  if (place.at(-2) === 'encryptedData') {
    return group === 'bitnami.com' &&
      kind === 'SealedSecret' &&
      place[0] === 'spec'
      ? 'sealed'
      : 'literal';
  }
  // Both hand out what is written in them; they are meant for trying things out.
  const isFakeStore =
    group === 'external-secrets.io' &&
    place.slice(0, 4).join('.') === 'spec.provider.fake.data' &&
    /^value(?:Map)?$/.test(place[5] ?? '');
  const isFakeGenerator =
    group === 'generators.external-secrets.io' &&
    kind === 'Fake' &&
    place.slice(0, 2).join('.') === 'spec.data';
  return isFakeStore || isFakeGenerator ? 'literal' : undefined;
}
