import { findCredentials } from './findCredentials';

/** What a credential is replaced with. @public */
export const CREDENTIAL_MASK = '***';

/** A space, also as it looks in a URL, a form and in JSON inside of JSON. */
const SPACE = String.raw`(?:\s|%20|\+|\\+[nrt]|\\+u0020)`;
/** What ends a value wherever it stands. */
const VALUE = String.raw`[^\s"'<>,;&\\]`;

/** Words after `Bearer` or `Basic` in sentences about them. */
const PLAIN_WORDS = new Set(
  [
    'access auth authentication authenticator authorization challenge',
    'constraint credential credentials error header headers is mode not only',
    'or realm required server scheme schemes token tokens was',
  ]
    .join(' ')
    .split(' '),
);

function maskUnlessWord(match: string, scheme: string, value: string): string {
  const word = value.toLocaleLowerCase('en-US').replace(/[^a-z]+$/, '');
  return PLAIN_WORDS.has(word) || /^realm=/i.test(value)
    ? match
    : `${scheme}${CREDENTIAL_MASK}`;
}

/** A port with a path looks like a password until the next `@`. */
function maskUserInfo(match: string, before: string, userInfo: string): string {
  return /^[^:]*:\d{1,5}\//.test(userInfo)
    ? match
    : `${before}${CREDENTIAL_MASK}@`;
}

type Replacement = (match: string, ...groups: string[]) => string;

/**
 * What stands in messages and in no file, each with what is left of it. Every
 * pattern takes time that grows with the text alone: the text is not ours.
 */
const PATTERNS: Array<[RegExp, Replacement]> = [
  [
    // A header as it was sent, with whatever scheme.
    new RegExp(
      String.raw`((?:^|[^a-z])(?:(?:proxy-)?authorization|x-api-key|x-auth-token|private-token)\\*["']?(?:\s|%20){0,3}(?::|=|%3A)(?:\s|%20){0,3}\\*["'\[]{0,2}(?:(?:bearer|basic|token|apikey|digest|negotiate)${SPACE}+|[a-z][a-z0-9-]{1,30}${SPACE}+(?=${VALUE}{0,200}[0-9]))?)(${VALUE}+)`,
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
    (_, before) => `${before}${CREDENTIAL_MASK}%40`,
  ],
  [/(?<![\w-])eyJ[\w-]{5,}\.[\w-]{5,}(?:\.[\w-]*)?/g, () => CREDENTIAL_MASK],
];

/**
 * Takes credentials out of a text that another server wrote: those that can be
 * told by what the spec's check knows too, and what only messages hold. JSON
 * stays valid JSON.
 *
 * @public
 */
export function maskCredentials(text: string): string {
  return PATTERNS.reduce(
    (masked, [pattern, replacement]) => masked.replace(pattern, replacement),
    maskFound(text),
  );
}

function maskFound(text: string): string {
  const ranges = findCredentials(text, 'eager').sort(
    (a, b) => a.start - b.start,
  );
  const parts: string[] = [];
  let end = 0;
  for (const range of ranges) {
    if (range.start >= end) {
      parts.push(
        text.slice(end, range.start),
        range.quote,
        CREDENTIAL_MASK,
        range.quote,
      );
    }
    end = Math.max(end, range.end);
  }
  return [...parts, text.slice(end)].join('');
}
