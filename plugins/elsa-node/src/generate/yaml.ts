import { Document, isMap, isScalar, stringify, visit } from 'yaml';

/** The one way that this package writes YAML: no anchors, no folding, stable bytes. */
const OPTIONS = {
  aliasDuplicateObjects: false,
  lineWidth: 0,
  singleQuote: true,
} as const;

/** One document, with an optional comment on top. */
export function toYaml(value: unknown, comment?: string): string {
  const document = new Document(plain(value), OPTIONS);
  quoteAmbiguous(document);
  const text = document.toString(OPTIONS);
  return comment
    ? `${comment
        .split('\n')
        .map(line => `# ${line}`.trimEnd())
        .join('\n')}\n${text}`
    : text;
}

/** Several documents in one file. */
export function toYamlDocuments(values: unknown[]): string {
  return values.map(value => `---\n${toYaml(value)}`).join('');
}

/** A value in one line, for prose. */
export function toInlineYaml(value: unknown): string {
  return stringify(value, { ...OPTIONS, collectionStyle: 'flow' }).trim();
}

/** Drops `undefined`, which YAML has no word for. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
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
      if (typeof node.value === 'string' && AMBIGUOUS.test(node.value)) {
        node.type = 'QUOTE_SINGLE';
      }
    },
    Pair(_, pair) {
      const { key } = pair;
      if (
        isScalar(key) &&
        typeof key.value === 'string' &&
        AMBIGUOUS.test(key.value)
      ) {
        key.type = 'QUOTE_SINGLE';
      }
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
