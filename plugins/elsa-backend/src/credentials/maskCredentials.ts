/** What a credential is replaced with. */
export const MASK = '***';

/** A space, also as it looks in a URL, a form and in JSON inside of JSON. */
const SPACE = String.raw`(?:\s|%20|\+|\\+[nrt]|\\+u0020)`;
/** What ends a value wherever it stands. */
const VALUE = String.raw`[^\s"'<>,;&\\]`;

/** Words after `Bearer` or `Basic` in sentences about them. */
const PLAIN_WORDS = new Set(
  [
    'access auth authentication authenticator authorization challenge',
    'constraint credential credentials error header headers is mode not only',
    'or realm required scheme schemes token tokens was',
  ]
    .join(' ')
    .split(' '),
);

function maskUnlessWord(match: string, scheme: string, value: string): string {
  const word = value.toLocaleLowerCase('en-US').replace(/[^a-z]+$/, '');
  return PLAIN_WORDS.has(word) || /^realm=/i.test(value)
    ? match
    : `${scheme}${MASK}`;
}

/** A port with a path looks like a password until the next `@`. */
function maskUserInfo(match: string, before: string, userInfo: string): string {
  return /^[^:]*:\d{1,5}\//.test(userInfo) ? match : `${before}${MASK}@`;
}

type Replacement = (match: string, ...groups: string[]) => string;

/**
 * Credentials by their looks, each with what is left of them. Every pattern
 * takes time that grows with the text alone: the text is not ours.
 */
const PATTERNS: Array<[RegExp, Replacement]> = [
  [
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----(?:[^-"\\]|\\+[nr])*(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g,
    () => MASK,
  ],
  [
    // A header as it was sent, with whatever scheme.
    new RegExp(
      String.raw`((?:^|[^a-z])(?:(?:proxy-)?authorization|cookie|x-api-key|x-auth-token|private-token)\\*["']?(?:\s|%20){0,3}(?::|=|%3A)(?:\s|%20){0,3}\\*["'\[]{0,2}(?:(?:bearer|basic|token|apikey|digest|negotiate)${SPACE}+)?)(${VALUE}+)`,
      'gi',
    ),
    maskUnlessWord,
  ],
  [
    new RegExp(
      String.raw`(\b(?:bearer|basic)(?:${SPACE}|%3A|:)+\\*["']?)(${VALUE}+)`,
      'gi',
    ),
    maskUnlessWord,
  ],
  [/(:\/\/)([^\s"'<>\\?#@][^\s"'<>\\]{0,500})@/g, maskUserInfo],
  [
    /(%3A%2F%2F)([^\s"'<>\\&]{1,500}?)%40/gi,
    (_, before) => `${before}${MASK}%40`,
  ],
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g, () => MASK],
  [
    new RegExp(
      String.raw`(\b(?:password|passwd|pwd|secret|client_secret|token|access_token|id_token|refresh_token|api_?key|accountkey|sharedaccesskey)(?:=|%3D)\\*["']?)(${VALUE}+)`,
      'gi',
    ),
    (_, before) => `${before}${MASK}`,
  ],
];

/**
 * Takes credentials out of a text that another server wrote: those that can be
 * told by their looks. JSON stays valid JSON.
 */
export function maskCredentials(text: string): string {
  return PATTERNS.reduce(
    (masked, [pattern, replacement]) => masked.replace(pattern, replacement),
    text,
  );
}
