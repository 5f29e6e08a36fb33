function escape(text) {
  return text.replaceAll('|', '\\|');
}

function row(path, fallback, description) {
  return `| \`${path}\` | ${escape(fallback)} | ${escape(description)} |`;
}

function rows(path, node, told) {
  switch (node.kind) {
    case 'literal':
      return [];
    case 'key': {
      // What several lists have in common is told once.
      const text = `${path.split('.').at(-1)}: ${node.description}`;
      if (told.has(text)) return [];
      if (path.includes('[]')) told.add(text);
      const fallback = node.isOptional ? (node.fallback ?? '') : 'required';
      return [row(path, fallback, node.description)];
    }
    case 'list':
      return [
        row(`${path}[]`, 'none', node.description),
        ...rows(`${path}[]`, { ...node.item, description: undefined }, told),
      ];
    case 'choice': {
      const words = node.options.map(({ keys }) => `\`${keys.type.value}\``);
      const type = {
        kind: 'key',
        isOptional: true,
        fallback: words[0],
        description: `One of ${words.join(', ')}`,
      };
      return [
        ...rows(`${path}.type`, type, told),
        ...node.options.flatMap(({ keys }) => {
          const { type: own, ...others } = keys;
          const section = { kind: 'section', keys: others };
          return rows(path, section, told).map(line =>
            line.replace(/ \|$/, ` (\`${own.value}\`) |`),
          );
        }),
      ];
    }
    default:
      return [
        ...(node.description ? [row(`${path}.*`, '', node.description)] : []),
        ...Object.entries(node.keys).flatMap(([name, inner]) =>
          rows(path ? `${path}.${name}` : name, inner, told),
        ),
      ];
  }
}

/** The table of all keys, for the README. */
export function configTable(schema) {
  return [
    '| key below `elsa` | default | meaning |',
    '| --- | --- | --- |',
    ...rows('', schema, new Set()),
  ].join('\n');
}
