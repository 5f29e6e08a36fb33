/**
 * Names that say what a value is, of fields, variables, settings and options
 * alike. Checking a spec and masking the texts of others read the same table.
 */

/** What the name ends with once its words are put together. */
const CERTAIN_ENDINGS = new RegExp(
  `(?:${[
    'passwords?|passwd|passphrase|passcode|pwd',
    '(?:db|database|user|admin|root|smtp|mail|redis|pg|postgres|mysql|mongo|sql|rabbit|ldap|bind|auth|key|store|require|login)pass',
    'masterauth',
    '(?:api|access|secretaccess|private|signing|encryption|decryption|account|storage|shared|sharedaccess|master)keys?',
    '(?:client|app|application|consumer|shared|jwt|cookie|session)secret',
    '(?:api|access|auth|refresh|bearer|id|session|bot|security)tokens',
  ].join('|')})$`,
);

/** What the last word of the name is. */
const CERTAIN_WORDS = /(?:^| )(?:pass|pw|token|credentials?(?=$))$/;

/** Tokens that anybody may see: positions in lists, and guards against forged forms. */
const PUBLIC_TOKENS =
  /(?:page|next|continue|continuation|csrf|xsrf|public|cancellation|sync|resume)token$/;

/** What is in the name of a variable that holds a secret, wherever. */
const LIKELY =
  /password|passwd|pwd|passphrase|secret|token|apikey|signingkey|accesskey|privatekey|encryptionkey|credential|connectionstring/;

/** Names that contain such a word and still hold nothing secret. */
const PUBLIC_ENDINGS = new RegExp(
  `(?:${[
    'lifetime|timeout|expiry|expiration|expires|ttl|age|interval|days|hours|minutes|seconds|ms',
    'enabled|disabled|required|allowed|policy|mode|type|kind|format|count|limit|length|size|version',
    'issuer|audience|url|uri|endpoint|host|path|file|dir|directory|mount|mountpath|location',
    'name|names|namespace|id|ref|reference|provider|store|class|backend|algorithm|method|scheme|header|prefix|hint|label|review',
    '(?:password|secret|token|credentials?)key|max(?:imum)?tokens|tokens',
  ].join('|')})$`,
);

/** What is in every name of the tables; most names are told apart by it alone. */
const HINT = /pass|pw|token|key|secret|cred|auth|connection/i;

/** Names of what is secret or not, so that the value has to tell: `Jwt__Key`, `NEXTAUTH_SECRET`, `GITHUB_PAT`. */
const OPEN_ENDINGS =
  /(?:^| )(?:keys?|secrets?|secret id|key base|pat|salt|pepper|seed)$/;

/** Keys that anybody may know. */
const PUBLIC_KEYS =
  /(?:^| )(?:public|partition|sort|primary|foreign|cache|row|idempotency|instrumentation|kms) keys?$/;

interface ReadName {
  /** In lower case, with one space between them. */
  words: string;
  /** The same without the spaces. */
  joined: string;
}

function readName(name: string): ReadName {
  const words = name
    .slice(-100)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLocaleLowerCase('en-US')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return { words, joined: words.replaceAll(' ', '') };
}

/** Whether the name says that the value is the secret itself: `password`, `DB_PASS`, `clientSecret`, `acme.example/token`. @public */
export function isSecretName(name: string): boolean {
  if (!HINT.test(name)) return false;
  if (name === '_auth') return true;
  const { words, joined } = readName(name);
  return (
    CERTAIN_ENDINGS.test(joined) ||
    (CERTAIN_WORDS.test(words) && !PUBLIC_TOKENS.test(joined))
  );
}

/** As `isSecretName`, for variables: they have no reason to name a Secret, so any such word counts. @public */
export function mayBeSecretName(name: string): boolean {
  if (!HINT.test(name)) return false;
  const { joined } = readName(name);
  return (
    isSecretName(name) || (LIKELY.test(joined) && !PUBLIC_ENDINGS.test(joined))
  );
}

/** Whether only the value can tell that it is a secret: `isRandom` of it. @public */
export function isOpenName(name: string): boolean {
  const { words } = readName(name);
  return OPEN_ENDINGS.test(words) && !PUBLIC_KEYS.test(words);
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const SHORTEST_RANDOM = 16;
const FEWEST_CHANGES = 3;

/** Whether a value has a long part that nobody thought up: letters and digits in turns. @public */
export function isRandom(value: string): boolean {
  return value
    .replace(UUID, '')
    .split(/[^A-Za-z0-9]+/)
    .some(
      part =>
        part.length >= SHORTEST_RANDOM &&
        (part.match(/[A-Za-z](?=[0-9])|[0-9](?=[A-Za-z])/g) ?? []).length >=
          FEWEST_CHANGES,
    );
}

/** Headers that carry credentials and whose names do not say so. */
export function isSecretHeader(name: string): boolean {
  return /^(?:proxy-)?authorization$|^(?:set-)?cookie$/i.test(name);
}
