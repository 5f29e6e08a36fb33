import { InputError } from '@backstage/errors';
import {
  createTemplateRenderer,
  type TemplateValue,
  TemplateRenderError,
} from 'nunjitsu';
import type { GeneratedFile } from '../generate/types';
import { codeSpan, escapeMarkdown, escapeParagraphs } from './markdown';

const SUFFIX = '.njk';

const asText = (value: TemplateValue | undefined) =>
  typeof value === 'string' ? value : String(value ?? '');

const renderer = createTemplateRenderer({
  trimBlocks: true,
  lstripBlocks: true,
  filters: {
    /** Free text in one line. */
    text: value => escapeMarkdown(asText(value)),
    /** Free text in paragraphs. */
    paragraphs: value => escapeParagraphs(asText(value)),
    /** Inline code. */
    code: value => codeSpan(asText(value)),
  },
});

/**
 * Renders the skeleton's prose with the engine that Backstage's scaffolder
 * uses. Files without the suffix `.njk` are taken as they are.
 *
 * @throws InputError naming file, line and column of what is wrong in a template
 */
export function renderSkeleton(
  skeleton: GeneratedFile[],
  context: Record<string, TemplateValue>,
): GeneratedFile[] {
  return skeleton.map(({ path, content }) =>
    path.endsWith(SUFFIX)
      ? {
          path: path.slice(0, -SUFFIX.length),
          content: tidy(render(path, content, context)),
        }
      : { path, content },
  );
}

function render(
  path: string,
  content: string,
  context: Record<string, TemplateValue>,
): string {
  try {
    return renderer.render(content, context);
  } catch (error) {
    const { line, column } =
      error instanceof TemplateRenderError
        ? error
        : { line: undefined, column: undefined };
    throw new InputError(
      `skeleton/${path}${line === undefined ? '' : `:${line}:${column}`}: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
  }
}

/** Conditions leave empty lines behind. */
function tidy(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
