import { InputError } from '@backstage/errors';
import { Environment, Template } from 'nunjucks';
import type { GeneratedFile } from '../files/types';
import { codeSpan, escapeMarkdown, escapeParagraphs } from './markdown';
import { TemplateFault } from './TemplateFault';
import { checkTemplateSyntax } from './templateSyntax';

const SUFFIX = '.njk';

const asText = (value: unknown) =>
  typeof value === 'string' ? value : String(value ?? '');

const filters = {
  /** Free text in one line. */
  text: (value: unknown) => escapeMarkdown(asText(value)),
  /** Free text in paragraphs. */
  paragraphs: (value: unknown) => escapeParagraphs(asText(value)),
  /** Inline code. */
  code: (value: unknown) => codeSpan(asText(value)),
};

/** `${{ }}` as in Backstage's templates, so that Helm's and GitHub's braces are text. */
const SYNTAX = {
  tags: { variableStart: '${{', variableEnd: '}}' },
  trimBlocks: true,
  lstripBlocks: true,
};

/** No loader: a template cannot reach another file. Markdown is escaped by the filters, not as HTML. */
const environment = new Environment([], {
  ...SYNTAX,
  autoescape: false,
  throwOnUndefined: true,
});
for (const [name, filter] of Object.entries(filters)) {
  environment.addFilter(name, filter);
}

/** Compiled once for as long as the template's files are held. */
const compiled = new WeakMap<GeneratedFile, Template>();

/**
 * Renders the skeleton's prose. Files without the suffix `.njk` are taken as
 * they are.
 *
 * @throws InputError naming file, line and column of what is wrong in a template
 */
export function renderSkeleton(
  skeleton: GeneratedFile[],
  context: object,
): GeneratedFile[] {
  return skeleton.map(file =>
    file.path.endsWith(SUFFIX)
      ? {
          path: file.path.slice(0, -SUFFIX.length),
          content: tidy(render(file, context)),
        }
      : { path: file.path, content: file.content },
  );
}

function compile(file: GeneratedFile): Template {
  const known = compiled.get(file);
  if (known) return known;
  checkTemplateSyntax(file.content, SYNTAX, Object.keys(filters));
  const template = new Template(file.content, environment, file.path, true);
  compiled.set(file, template);
  return template;
}

function render(file: GeneratedFile, context: object): string {
  try {
    return compile(file).render(context);
  } catch (error) {
    throw new InputError(`skeleton/${file.path}${describe(error)}`);
  }
}

/** Where in the file something is wrong, and what. */
function describe(error: unknown): string {
  if (error instanceof TemplateFault) {
    return `:${error.line}:${error.column}: ${error.message}`;
  }
  const text = error instanceof Error ? error.message : String(error);
  // nunjucks puts the place before the message: `(path) [Line 1, Column 2]`.
  const [, line, column, message] =
    /^\(.*\)(?: \[Line (\d+)(?:, Column (\d+))?\])?\n\s*(?:Error: )?(.*)$/s.exec(
      text,
    ) ?? [];
  const place = [line, column].filter(Boolean).map(number => `:${number}`);
  return `${place.join('')}: ${message ?? text}`;
}

/** Conditions leave empty lines behind. */
function tidy(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
