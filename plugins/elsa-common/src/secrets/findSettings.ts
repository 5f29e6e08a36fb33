import { isOpenName, isRandom, isSecretName, mayBeSecretName } from './names';
import { readValue, type Value } from './readValue';
import { isCode, isLiteral, isNumber, isPlainWord } from './references';

/**
 * How much of a doubt counts. `careful` reads what people write into files,
 * where a sentence is no setting; `eager` reads messages that are shown, where
 * a word too many may be taken out.
 *
 * @public
 */
export type Reading = 'careful' | 'eager';

/** Between a name and its value, in whatever language, URLs included. */
const SEPARATORS = /[:?.+]{0,3}=>?|:|%3[AD]/gi;

const NAME_CHARACTER = /[\w.$/-]/;
const LONGEST_NAME = 64;
const MOST_SPACES = 8;

/** Languages that write the type after the name: `var apiToken: string = "x"`. */
const TYPE = /^\??(?:string|String|str)\??$/;
const DECLARED = /([\w.-]{1,64})(?:[ \t]{0,4}:)?[ \t]{1,4}$/;

interface Name {
  text: string;
  start: number;
  /** Quotes after the name, with what escapes them. */
  quote: string;
}

/** A value, and the quotes around its name: where it has none of its own, it is a number of JSON. */
export interface Setting extends Value {
  around: string;
}

/** The values of settings whose names say that they are secret: `password=x`, `"apiKey": "x"`, `DB_PASS := x`. */
export function findSettings(text: string, reading: Reading): Setting[] {
  const found: Setting[] = [];
  SEPARATORS.lastIndex = 0;
  for (
    let match = SEPARATORS.exec(text);
    match;
    match = SEPARATORS.exec(text)
  ) {
    const separator = match[0];
    const after = SEPARATORS.lastIndex;
    const name = readNameBefore(text, match.index);
    if (name && !/[=~]/.test(text[after] ?? '')) {
      const value = readSetting(text, name, separator, after, reading);
      if (value) {
        found.push(value);
        SEPARATORS.lastIndex = value.end;
      }
    }
  }
  return found;
}

function readSetting(
  text: string,
  name: Name,
  separator: string,
  after: number,
  reading: Reading,
): Setting | undefined {
  const isColon = /^(?::|%3A)$/i.test(separator);
  const isCertain = isSecretName(name.text);
  const isLikely = isCertain || isVariable(name.text, isColon, reading);
  if (!isLikely && !isOpenName(name.text)) return undefined;
  const start = skipSpaces(text, after, name.quote !== '');
  const value = (isColon && readBlock(text, start)) || readValue(text, start);
  if (!value || !isLiteral(value.text)) return undefined;
  if (!isLikely && !isRandom(value.text)) return undefined;
  if (isNumber(value.text) && !isCertain) return undefined;
  const isOther = reading === 'eager' ? isStatus : isWorkedOut;
  if (isOther(text, name, value)) return undefined;
  if (value.isQuoted || !isColon) return { ...value, around: name.quote };
  if (isPlainWord(value.text) || /^[[{(|>&*!]/.test(value.text)) {
    return undefined;
  }
  const isSetting =
    reading === 'eager'
      ? !isSentence(text, name, value)
      : isLine(text, name, value);
  return isSetting ? { ...value, around: name.quote } : undefined;
}

/** `password = os.getenv("X")`, `` TOKEN=`cat /x` ``, `login(password=password)`. */
function isWorkedOut(text: string, name: Name, value: Value): boolean {
  if (value.isQuoted) {
    return (
      text[value.start - 1] === '`' &&
      /^[a-z][\w./-]{0,40}\s{1,4}[-/$"']/.test(value.text)
    );
  }
  const isArgument =
    value.text === `${name.text})` ||
    (value.text === name.text && text[value.end] === ',');
  return isArgument || isCode(value.text);
}

/** `cannot fetch token: 401 Unauthorized`, `pass: 3`. */
function isStatus(_text: string, name: Name, value: Value): boolean {
  return (
    name.quote === '' && !value.isQuoted && /^[0-9]{1,3}$/.test(value.text)
  );
}

/** `JWT_SECRET=x`: names in capitals are of variables; in messages, others are too. */
function isVariable(name: string, isColon: boolean, reading: Reading): boolean {
  return (
    !isColon &&
    (reading === 'eager' || /^[A-Z][A-Z0-9]*_[A-Z0-9_]+$/.test(name)) &&
    mayBeSecretName(name)
  );
}

/** `failed to fetch token: serviceaccounts "elsa" not found`. */
function isSentence(text: string, name: Name, value: Value): boolean {
  return (
    /(?:token|credentials?|pass|key)$/i.test(name.text) &&
    /^[a-z]+:?$/.test(value.text) &&
    /^[ \t]\S/.test(text.slice(value.end, value.end + 2))
  );
}

/** A setting of YAML has its line, or its place in braces, to itself; a sentence goes on. */
function isLine(text: string, name: Name, value: Value): boolean {
  if (
    !/^[ \t]{0,8}(?:["'\\]|$|[\r\n,}#])/.test(
      text.slice(value.end, value.end + 10),
    )
  ) {
    return false;
  }
  const before = text.slice(Math.max(0, name.start - 80), name.start);
  return /(?:^|[\n{,])[ \t"'-]{0,80}$/.test(before) || name.quote !== '';
}

/** A text of several lines in YAML. */
function readBlock(text: string, start: number): Value | undefined {
  const head = /^[|>][+-]?[ \t]{0,8}\r?\n[ \t]{1,80}/.exec(
    text.slice(start, start + 100),
  );
  return head ? readValue(text, start + head[0].length) : undefined;
}

function skipSpaces(text: string, from: number, withLines: boolean): number {
  let index = from;
  while (
    index - from < MOST_SPACES &&
    (withLines ? /\s/ : /[ \t]/).test(text[index] ?? '')
  ) {
    index += 1;
  }
  return index;
}

function readNameBefore(text: string, separator: number): Name | undefined {
  let end = separator;
  while (separator - end < MOST_SPACES && /[ \t]/.test(text[end - 1] ?? '')) {
    end -= 1;
  }
  const quoteEnd = end;
  while (quoteEnd - end < 6 && /["'`\]\\]/.test(text[end - 1] ?? '')) end -= 1;
  let start = end;
  while (
    end - start < LONGEST_NAME &&
    NAME_CHARACTER.test(text[start - 1] ?? '')
  ) {
    start -= 1;
  }
  if (start === end) return undefined;
  const name = text.slice(start, end);
  if (TYPE.test(name)) {
    const declared = DECLARED.exec(text.slice(Math.max(0, start - 80), start));
    if (declared) return { text: declared[1], start, quote: '' };
  }
  return { text: name, start, quote: text.slice(end, quoteEnd) };
}
