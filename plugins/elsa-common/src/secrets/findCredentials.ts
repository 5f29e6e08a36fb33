import {
  COMMAND_RULES,
  type CredentialRule,
  FILE_RULES,
  WIRE_RULES,
} from './credentialRules';
import { readBase64 } from './decodeBase64';
import { findSettings, type Reading } from './findSettings';
import { readValue, readWord, unquote, type Value } from './readValue';
import { isLiteral } from './references';
import { PRIVATE_KEY, PUBLISHED_KEY, TOKEN } from './tokens';

/** Where in a text a credential is, without the quotes around it. @public */
export interface CredentialRange {
  start: number;
  end: number;
  /** What has to be around whatever stands here instead, such as a quote. */
  quote: string;
}

/** `pwd=x`: nothing shorter says that it is a secret. */
const SHORTEST = 5;

/** Base64 inside of Base64 inside of Base64 is no accident. */
const MOST_LAYERS = 2;

/** Most texts of a spec, and nothing that any rule finds. */
const WORD = /^[A-Za-z]{1,30}$/;

const RULES = [...WIRE_RULES, ...FILE_RULES, ...COMMAND_RULES];

/**
 * Credentials in a text: tokens that their issuers mark, private keys, and
 * what stands where settings, commands, headers, addresses and well-known
 * files have a password. Takes time that grows with the text alone. Ranges may
 * overlap.
 *
 * @public
 */
export function findCredentials(
  text: string,
  reading: Reading,
): CredentialRange[] {
  if (text.length < SHORTEST) return [];
  return [
    ...[TOKEN, PRIVATE_KEY, PUBLISHED_KEY].flatMap(pattern =>
      [...text.matchAll(pattern)].map(match => ({
        start: match.index,
        end: match.index + match[0].length,
        quote: '',
      })),
    ),
    ...findSettings(text, reading).map(({ start, end, isQuoted, around }) => ({
      start,
      end,
      quote: isQuoted ? '' : (/^\\{0,7}"/.exec(around)?.[0] ?? ''),
    })),
    ...RULES.flatMap(rule =>
      applyRule(rule, text).map(({ start, end }) => ({
        start,
        end,
        quote: '',
      })),
    ),
  ];
}

/** Whether a text holds a credential, as it is or in Base64. @public */
export function holdsCredential(text: string, layers = MOST_LAYERS): boolean {
  if (text.length < SHORTEST || WORD.test(text)) return false;
  if (findCredentials(text, 'careful').length > 0) return true;
  if (layers === 0) return false;
  const decoded = readBase64(text);
  return (
    decoded !== undefined &&
    (decoded === 'private-key' || holdsCredential(decoded.text, layers - 1))
  );
}

/** The credentials that a rule finds; the text after one is read on from its end. */
function applyRule(rule: CredentialRule, text: string): Value[] {
  const { before, isSecret = isLiteral } = rule;
  const found: Value[] = [];
  before.lastIndex = 0;
  for (let match = before.exec(text); match; match = before.exec(text)) {
    const end = before.lastIndex;
    const value = valueOf(rule, text, end);
    const said =
      rule.value === 'word' ? unquote(value?.text ?? '') : value?.text;
    if (value && said && isSecret(said, match)) {
      found.push(value);
      before.lastIndex = Math.max(value.end, end);
    }
    if (before.lastIndex === match.index) before.lastIndex += 1;
  }
  return found;
}

function valueOf(
  { value }: CredentialRule,
  text: string,
  start: number,
): Value | undefined {
  if (value === 'word') return readWord(text, start);
  if (value === 'setting') return readValue(text, start);
  value.lastIndex = start;
  const found = value.exec(text)?.[0];
  return found === undefined
    ? undefined
    : { text: found, start, end: start + found.length, isQuoted: false };
}
