/** Free text for Markdown: says what the text says, whatever it contains. */

/** Characters that start or end something anywhere in a line. */
const INLINE = /[\\`*_[\]{}<>&|~#$!]/g;

/** What starts a block only at the beginning of a line: lists, headings, rules. */
const LINE_START = /^(\s*)([-+=:]|[0-9]{1,9}(?=[.)](?:\s|$)))/;

/** One line of text, within a sentence, a heading or a table's cell. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(INLINE, '\\$&');
  return line.replace(LINE_START, (_, space: string, start: string) =>
    /^[0-9]/.test(start) ? `${space}${start}\\` : `${space}\\${start}`,
  );
}

/** Paragraphs of text; an empty line separates them, as it does in Markdown. */
export function escapeParagraphs(text: string): string {
  return text
    .split(/\r?\n[ \t]*\r?\n/)
    .map(escapeMarkdown)
    .filter(paragraph => paragraph !== '')
    .join('\n\n');
}

/** Text as an inline code span, fenced by more backticks than it contains. */
export function codeSpan(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const longest = Math.max(
    0,
    ...[...line.matchAll(/`+/g)].map(match => match[0].length),
  );
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$/.test(line) ? ' ' : '';
  // In a table's cell a pipe ends the cell even within code.
  return `${fence}${padding}${line.replace(/\|/g, '\\|')}${padding}${fence}`;
}
