/**
 * Writes the tables of the chart's README from the comments of its values.yaml,
 * between the two markers in the README; the rest of it is written by hand.
 *
 *   node scripts/chart-readme.mjs [--check] [chart directory]
 *
 * `--check` writes nothing and fails when the README is not up to date.
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';

const BEGIN = '<!-- values: written by scripts/chart-readme.mjs -->';
const END = '<!-- /values -->';
const DEFAULT_CHART = fileURLToPath(
  new URL('../templates/create-elsa-environment/chart', import.meta.url),
);

/** The comment directly above a key: an empty line cuts off what belongs to the file. */
function describe(comment) {
  const lastBlock = (comment ?? '').split(/\n\s*\n/).at(-1) ?? '';
  return lastBlock
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
    .join(' ');
}

/** The parser hangs the comment above a block map's first key on the map itself. */
function commentOf(map, index) {
  const { key } = map.items[index];
  if (key.commentBefore) return key.commentBefore;
  return index === 0 ? map.commentBefore : undefined;
}

function cell(text) {
  return text.replace(/\|/g, '\\|').replace(/</g, '&lt;');
}

function code(text) {
  const fence = text.includes('`') ? '``' : '`';
  const space = fence === '``' ? ' ' : '';
  return `${fence}${space}${text.replace(/\|/g, '\\|')}${space}${fence}`;
}

/** Short values stand in the table; the file itself shows long ones better. */
function showDefault(node) {
  const value = JSON.stringify(node.toJSON());
  return value.length <= 80 ? code(value) : 'see `values.yaml`';
}

function isBranch(node) {
  return isMap(node) && !node.flow && node.items.length > 0;
}

function rowsOf(map, prefix) {
  return map.items.flatMap((pair, index) => {
    const name = `${prefix}.${pair.key.value}`;
    const meaning = describe(commentOf(map, index));
    if (!isBranch(pair.value)) {
      return [{ name, shown: showDefault(pair.value), meaning }];
    }
    const heading = meaning ? [{ name, shown: '', meaning }] : [];
    return [...heading, ...rowsOf(pair.value, name)];
  });
}

function sectionOf(map, index) {
  const { key, value } = map.items[index];
  const lines = [`### ${key.value}`, '', describe(commentOf(map, index))];
  const rows = isBranch(value)
    ? rowsOf(value, key.value)
    : [{ name: key.value, shown: showDefault(value), meaning: '' }];
  lines.push('', '| Value | Default | Meaning |', '| --- | --- | --- |');
  for (const { name, shown, meaning } of rows) {
    lines.push(`| ${code(name)} | ${shown} | ${cell(meaning)} |`);
  }
  return lines.join('\n');
}

function renderValues(text) {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw new Error(`values.yaml: ${error.message}`);
  const { contents } = document;
  if (!isMap(contents)) throw new Error('values.yaml: not a map of sections.');
  for (const { key, value } of contents.items) {
    const isKnown = isMap(value) || isSeq(value) || isScalar(value);
    if (!isKnown) throw new Error(`values.yaml: ${key.value} has no value.`);
  }
  return contents.items
    .map((_, index) => sectionOf(contents, index))
    .join('\n\n');
}

function insert(readme, values) {
  const begin = readme.indexOf(BEGIN);
  const end = readme.indexOf(END);
  if (begin < 0 || end < begin) {
    throw new Error(`README.md: the markers ${BEGIN} and ${END} are missing.`);
  }
  const before = readme.slice(0, begin + BEGIN.length);
  return `${before}\n\n${values}\n\n${readme.slice(end)}`;
}

const options = process.argv.slice(2);
const isCheck = options.includes('--check');
const chart = path.resolve(
  options.find(option => !option.startsWith('--')) ?? DEFAULT_CHART,
);
const readmePath = path.join(chart, 'README.md');
const [values, readme] = await Promise.all([
  readFile(path.join(chart, 'values.yaml'), 'utf8'),
  readFile(readmePath, 'utf8'),
]);
const wanted = insert(readme, renderValues(values));
if (wanted === readme) {
  process.stdout.write('The chart’s README is up to date.\n');
} else if (isCheck) {
  process.stderr.write(
    'The chart’s README is out of date: run `node scripts/chart-readme.mjs`.\n',
  );
  process.exitCode = 1;
} else {
  await writeFile(readmePath, wanted);
  process.stdout.write('Wrote the tables of the chart’s README.\n');
}
