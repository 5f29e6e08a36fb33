import { InputError } from '@backstage/errors';
import {
  escapeInvisible,
  invisibleCharacters,
  replaceInvisible,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { Document, isMap, isScalar, type Scalar, visit } from 'yaml';

/** The one way that this package writes YAML: no anchors, no folding, stable bytes. */
const OPTIONS = {
  aliasDuplicateObjects: false,
  lineWidth: 0,
  singleQuote: true,
  // Never folds a quoted text, whatever it contains.
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const;

/** One document, with an optional comment on top. */
export function toYaml(value: unknown, comment?: string): string {
  const document = new Document(plain(value), OPTIONS);
  quoteAmbiguous(document);
  const text = escapeQuoted(document.toString(OPTIONS));
  return comment
    ? `${comment
        .split('\n')
        .map(line => `# ${escapeInvisible(line)}`.trimEnd())
        .join('\n')}\n${text}`
    : text;
}

/** Several documents in one file. */
export function toYamlDocuments(values: unknown[]): string {
  return values.map(value => `---\n${toYaml(value)}`).join('');
}

/** Drops `undefined`, which YAML has no word for. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/**
 * Readers of YAML disagree on what they take for a line break and on what they
 * read at all: all of it is written by its number. Such texts are in double
 * quotes by now, where numbers are read.
 */
function escapeQuoted(text: string): string {
  return replaceInvisible(text, character => {
    const code = character.codePointAt(0) ?? 0;
    const digits = code.toString(16);
    return code > 0xffff
      ? `\\U${digits.padStart(8, '0')}`
      : `\\u${digits.padStart(4, '0')}`;
  });
}

/**
 * Words that YAML 1.1 readers (Helm, kubectl and Argo CD before YAML 1.2) take
 * for booleans, numbers in base 60 or dates: quoted, whoever reads them.
 */
const AMBIGUOUS =
  /^(y|n|yes|no|on|off|true|false|null|~|=|<<|[-+]?\.(inf|nan)|[-+]?[.0-9_:]*(e[-+]?[0-9_]+)?|[-+]?0[box][0-9a-f_]+|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*)$/i;

function quoteAmbiguous(document: Document) {
  visit(document, {
    Scalar(_, node) {
      quoteScalar(node);
    },
    Pair(_, { key }) {
      if (isScalar(key)) quoteScalar(key);
    },
    Seq(_, node) {
      // Short lists of plain values read better in one line; all others in lines.
      if (node.items.length === 0) node.flow = true;
    },
    Map(_, node) {
      if (isMap(node) && node.items.length === 0) node.flow = true;
    },
  });
}

function quoteScalar(node: Scalar) {
  if (typeof node.value !== 'string') return;
  if (needsEscapes(node.value)) node.type = 'QUOTE_DOUBLE';
  else if (AMBIGUOUS.test(node.value)) node.type = 'QUOTE_SINGLE';
}

/**
 * Line breaks of Windows would be read as plain ones, and the spaces that a text
 * in several lines starts with as its indentation.
 */
function needsEscapes(text: string): boolean {
  if (/\p{Cs}/u.test(text)) {
    throw new InputError(
      'A text holds an unpaired surrogate, which no file can hold; remove it',
    );
  }
  return (
    text.includes('\r') ||
    /^\s[^]*\n/.test(text) ||
    invisibleCharacters(text).length > 0
  );
}
