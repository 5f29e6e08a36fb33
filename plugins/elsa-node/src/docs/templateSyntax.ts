import * as nunjucks from 'nunjucks';
import { TemplateFault } from './TemplateFault';

/** What is used here of the syntax tree, which the package does not declare. */
interface SyntaxNode {
  typename: string;
  lineno: number;
  colno: number;
  fields: string[];
  children?: unknown[];
  value?: unknown;
  [field: string]: unknown;
}

const { parser } = nunjucks as unknown as {
  parser: {
    parse(source: string, extensions: unknown[], options: object): SyntaxNode;
  };
};

/**
 * Everything that a template of the skeleton may use: text, values, `if`,
 * `for` and comparisons. No macro, call, assignment, include or import: prose
 * needs none, and a template is no place for a program.
 */
const NODES = new Set([
  ...['Root', 'NodeList', 'Output', 'TemplateData', 'Group', 'Array'],
  ...['Symbol', 'Literal', 'LookupVal', 'Filter', 'For'],
  ...['If', 'InlineIf', 'And', 'Or', 'Not', 'In'],
  ...['Compare', 'CompareOperand'],
]);

/** Names that lead from any value to JavaScript itself. */
const FORBIDDEN_NAMES = new Set(['constructor', 'prototype', '__proto__']);

function isSyntaxNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'typename' in value;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const fields = node.fields.map(field => node[field]);
  return [...fields, ...(node.children ?? [])]
    .flatMap(value => (Array.isArray(value) ? value : [value]))
    .filter(isSyntaxNode);
}

function refuse(node: SyntaxNode, message: string): never {
  // The parser counts from 0, people from 1.
  throw new TemplateFault(message, node.lineno + 1, node.colno + 1);
}

function checkFilter(node: SyntaxNode, filters: readonly string[]): void {
  const name = String((node.name as SyntaxNode).value);
  if (!filters.includes(name)) {
    refuse(
      node,
      `there is no filter '${name}'; use ${filters.join(', ')} or none`,
    );
  }
}

function checkLookup({ val }: SyntaxNode): void {
  if (!isSyntaxNode(val) || val.typename !== 'Literal') {
    refuse(
      val as SyntaxNode,
      'name a field, or number an item, as it is: computed names are not looked up',
    );
  }
}

function check(node: SyntaxNode, filters: readonly string[]): void {
  if (!NODES.has(node.typename)) {
    refuse(
      node,
      `${node.typename} is not part of the syntax that these templates may use: values, if, for, comparisons and filters`,
    );
  }
  if (
    (node.typename === 'Symbol' || node.typename === 'Literal') &&
    FORBIDDEN_NAMES.has(String(node.value))
  ) {
    refuse(node, `'${node.value}' is not a value of an environment`);
  }
  if (node.typename === 'LookupVal') checkLookup(node);
  if (node.typename === 'Filter') {
    checkFilter(node, filters);
    // The filter's own name is a symbol too; only its arguments are values.
    childrenOf(node.args as SyntaxNode).forEach(child => check(child, filters));
    return;
  }
  childrenOf(node).forEach(child => check(child, filters));
}

function parse(source: string, options: object): SyntaxNode {
  try {
    return parser.parse(source, [], options);
  } catch (error) {
    // The parser's own errors count from 1, and have no place at the end of the file.
    const { message, lineno, colno } = error as Error & {
      lineno?: number;
      colno?: number;
    };
    throw new TemplateFault(
      message,
      lineno || source.split('\n').length,
      colno || 1,
    );
  }
}

/**
 * Refuses what is outside the subset that templates of the skeleton may use.
 *
 * @throws TemplateFault
 */
export function checkTemplateSyntax(
  source: string,
  options: object,
  filters: readonly string[],
): void {
  check(parse(source, options), filters);
}
