import {
  hasReference,
  holdsCredential,
  isLiteral,
  isNumber,
  isOpenName,
  isRandom,
  isSecretHeaderValue,
  isSecretName,
  mayBeSecretName,
} from '@elsa-portal/backstage-plugin-elsa-common/secrets';

/*
 * Recognizes secret values, so that none is ever written to Git. A false alarm
 * costs the user one secret reference; a miss costs him a leaked credential.
 */

/** Whether a text by itself reads like a credential, also where it is Base64. @public */
export function looksLikeSecretValue(value: string): boolean {
  return holdsCredential(value);
}

/** Whether a variable is one that holds a credential, by its name or by its value. @public */
export function looksLikeSecret(name: string, value: string): boolean {
  if (value === '') return false;
  if (looksLikeSecretValue(value) || isSecretHeaderValue(name, value)) {
    return true;
  }
  if (!isLiteral(value)) return false;
  if (isSecretField(name, value)) return true;
  // The rest of a connection string that the pod puts together is no secret.
  const isPutTogether =
    /connection[-_]?strings?/i.test(name) &&
    (hasReference(value) || isPasswordless(value));
  return mayBeSecretName(name) && !isNumber(value) && !isPutTogether;
}

/** As `looksLikeSecret`, for fields of objects: many have such a word in their name and only point to a Secret. */
export function isSecretField(name: string, value: string): boolean {
  return (
    isLiteral(value) &&
    (isSecretName(name) || (isOpenName(name) && isRandom(value)))
  );
}

/** `Server=db;Authentication=Active Directory Default`: what it would hold has been looked for. */
function isPasswordless(value: string): boolean {
  return (
    (/^(?:[\w ]{2,40}=[^;]*(?:;|$))+$/.test(value) ||
      /^https?:\/\/[^@?]+$/.test(value)) &&
    !/instrumentationkey/i.test(value)
  );
}
