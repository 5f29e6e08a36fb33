import { SECRET_PATTERNS, SECRET_TOKENS } from './secretPatterns';

/**
 * Recognizes secret values, so that none is ever written to Git. A false alarm
 * costs the user one secret reference; a miss costs him a leaked credential.
 */

const SECRET_NAMES =
  /(password|passwd|pwd|passphrase|secret|token|api[-_]?key|signing[-_]?key|access[-_]?key|private[-_]?key|encryption[-_]?key|credential|connection[-_]?strings?)/i;

/** Names that contain such a word and still hold nothing secret. */
const PUBLIC_NAMES =
  /(lifetime|timeout|expiry|expiration|_?enabled|_?issuer|_?audience|_?url|_?uri|_?endpoint|_?path|_?file|_?name|_?provider|_?algorithm)$/i;

/** Fields whose whole name says that the value is the secret itself. */
const SECRET_FIELDS =
  /(pwd|password|passwd|passphrase|apikey|accesskey|privatekey|signingkey|encryptionkey|clientsecret|accesstoken|authtoken|refreshtoken|bearertoken|^token)$/i;

/** `pwd=x`: nothing shorter says that it is a secret. */
const SHORTEST = 5;

/** Whether a text by itself reads like a credential. @public */
export function looksLikeSecretValue(value: string): boolean {
  if (value.length < SHORTEST) return false;
  return (
    SECRET_TOKENS.test(value) ||
    SECRET_PATTERNS.some(({ pattern, isSecret }) => {
      // Not matchAll, which would copy the pattern for each of many short texts.
      pattern.lastIndex = 0;
      for (
        let match = pattern.exec(value);
        match;
        match = pattern.exec(value)
      ) {
        const found = match.groups?.value ?? '';
        if (isSecret ? isSecret(found) : !isReference(found)) return true;
      }
      return false;
    })
  );
}

/** Whether a setting is one that holds a credential, by its name or by its value. @public */
export function looksLikeSecret(name: string, value: string): boolean {
  if (value === '') return false;
  if (looksLikeSecretValue(value)) return true;
  return (
    SECRET_NAMES.test(name) && !PUBLIC_NAMES.test(name) && isLiteral(value)
  );
}

/** As `looksLikeSecret`, for fields of objects: many have such a word in their name and only point to a Secret. */
export function isSecretField(name: string, value: string): boolean {
  return (
    value !== '' &&
    SECRET_FIELDS.test(name.replace(/[-_.\s]/g, '')) &&
    isLiteral(value)
  );
}

/** Whether an option of a command takes a credential as its next argument. */
export function isSecretOption(argument: string): boolean {
  return /^--?[\w:.-]*(password|passwd|pwd|passphrase|api-?key|access-?key|client-?secret|access-?token|auth-?token|token|connection-?string)$/i.test(
    argument,
  );
}

/** Whether a text is a value of its own, not a switch, a number or a reference to something else. */
export function isLiteral(value: string): boolean {
  return !/^(true|false|[0-9.:]+)$/i.test(value) && !isReference(value);
}

/**
 * `$(NAME)` of Kubernetes and `$(command)` of shells, wherever they stand;
 * `${NAME}`, `$NAME`, `%NAME%` and the placeholders of templates: what stands
 * there is filled in elsewhere.
 */
function isReference(value: string): boolean {
  return (
    /\$\([A-Za-z_]/.test(value) ||
    /^['"]?(\$\{|\$[A-Z_][A-Z0-9_]*(?![a-z])|\$[0-9@*]|%[A-Z_][A-Z0-9_]*%|\{\{|\{[0-9]\}|<[^<>]+>|\*{3})/.test(
      value,
    )
  );
}
