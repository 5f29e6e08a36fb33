const HEADER = `// Written by npm run config from src/config. Change that, never this file.
import type { HumanDuration } from '@backstage/types';
`;

const LINE = 76;

/** Words in lines of a comment. */
function wrap(text) {
  return text.split(' ').reduce(
    (lines, word) => {
      const last = lines.at(-1);
      const longer = last ? `${last} ${word}` : word;
      return longer.length > LINE && last
        ? [...lines, word]
        : [...lines.slice(0, -1), longer];
    },
    [''],
  );
}

function sentence(text) {
  return `${text[0].toUpperCase()}${text.slice(1)}.`;
}

function comment({ description, fallback, visibility }) {
  const lines = [
    ...(description ? wrap(sentence(description)) : []),
    ...(fallback ? wrap(`Default: ${fallback}.`) : []),
    ...(visibility ? [`@visibility ${visibility}`] : []),
  ];
  if (lines.length === 0) return '';
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map(line => ` * ${line}\n`).join('')} */\n`;
}

function typeOf(node) {
  switch (node.kind) {
    case 'key':
      return node.type;
    case 'literal':
      return `'${node.value}'`;
    case 'list':
      return `Array<${typeOf(node.item)}>`;
    case 'choice':
      return node.options.map(typeOf).join(' | ');
    default:
      return `{\n${Object.entries(node.keys)
        .map(
          ([name, inner]) =>
            `${comment(inner)}${name}${inner.isOptional ? '?' : ''}: ${typeOf(inner)};\n`,
        )
        .join('')}}`;
  }
}

/** The text of config.d.ts, before it is formatted. */
export function configTypes(schema) {
  return `${HEADER}\nexport interface Config {\n  elsa?: ${typeOf(schema)};\n}\n`;
}
