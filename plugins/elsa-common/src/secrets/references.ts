/** `$(NAME)` of Kubernetes and `$(command)` of shells, `${NAME}`, `$NAME`, `%NAME%`, placeholders of templates and of prose. */
const REFERENCES =
  /\$\([^()\n]{1,200}\)|\$?\{\{[^}\n]{1,200}\}\}|\$(?:__file|__env|__vault)?\{[^}\n]{1,200}\}|\$(?:[A-Z_][A-Z0-9_]*(?![a-z])|[0-9@*#?])|%[A-Z_][A-Z0-9_]*%|\{[0-9]\}|<[^<>]{1,200}>|\*{3,}/g;

/** References that bring a literal of their own: `${NAME:-literal}`, `{{ "literal" }}`, `{{ .x | default "literal" }}`. */
const DEFAULTS =
  /\$\{[^}\n]{1,100}?:?[-=+][^}\n]|\{\{-?\s{0,8}["'`][^"'`{\n]|\bdefault\s{1,8}["'`][^"'`{\n]/;

const SCHEME = /^(?:basic|bearer|token|apikey|digest|negotiate)\s+/i;

/** What SOPS and kubeseal write. */
const ENCRYPTED =
  /^(?:ENC\[AES256_GCM(?:,|$)|A[gQYA][A-D][A-Za-z0-9+/]{96,}={0,2}$)/;

/** Whether all of the value is filled in elsewhere; a literal beside a reference is still a literal. */
function isReference(value: string): boolean {
  if (ENCRYPTED.test(value) || /^%[sdvq]$/.test(value)) return true;
  if (DEFAULTS.test(value)) return false;
  const rest = value.replace(REFERENCES, '');
  return rest !== value && !/[\p{L}\p{N}]/u.test(rest.replace(SCHEME, ''));
}

/** Whether something in the text is filled in elsewhere. @public */
export function hasReference(text: string): boolean {
  return text.replace(REFERENCES, '') !== text;
}

const SWITCHES =
  /^(?:true|false|yes|no|on|off|null|none|nil|undefined|~|[01])$/i;

/** Whether a text is a value of its own, neither a switch nor a reference to something else. @public */
export function isLiteral(value: string): boolean {
  return value !== '' && !SWITCHES.test(value) && !isReference(value);
}

/** Values without quotes that a program works out: calls, and fields of what holds settings. */
const CODE =
  /^(?:await|new|None|(?:[A-Za-z_$][\w$]{0,64}(?:\(\))?[.:]){0,8}[A-Za-z_$][\w$]{0,64}(?:\(\)?|\[)|(?:process\.env|import\.meta\.env|os\.environ|config|configuration|settings|options|response|result|args|self|this)\.[\w.]{1,100})$/;

/** Whether what stands without quotes is code, such as `os.getenv(` and `process.env.TOKEN`. */
export function isCode(value: string): boolean {
  return CODE.test(value);
}

/** Digits, also of addresses and times. @public */
export function isNumber(value: string): boolean {
  return /^[0-9.:]+$/.test(value);
}

/** Words of sentences about credentials, which stand where a value could. */
const PLAIN_WORDS = new Set(
  `a an and are as ask at auth authentication authenticator authorization be
  cannot challenge constraint contains could credential credentials does empty
  error expected expired failed flag for format forbidden from has have header
  headers if in incorrect invalid is it its malformed may mismatch missing mode
  must no not of on only option options or parameter policy provide read realm
  rejected required reset scheme schemes see set should signature that the this
  to token tokens unauthorized unexpected unknown unsupported value via was when
  where which will with without wrong your`.split(/\s+/),
);

/** Whether the word belongs to a sentence. */
export function isPlainWord(value: string): boolean {
  const word = value.toLocaleLowerCase('en-US').replace(/[^a-z]+$/, '');
  return word === '' ? /^\W*$/.test(value) : PLAIN_WORDS.has(word);
}
