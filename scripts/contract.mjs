// Writes the types of the HTTP contract from the description of the API.
//   npm run contract
//   node scripts/contract.mjs --check [DOCUMENT]
// `--check` writes nothing and fails when a file is not up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';
import { runMain, say, UserError } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';

const DOCUMENT = 'plugins/elsa-backend/schema/openapi.yaml';
const GENERATED = 'plugins/elsa-common/src/contract/generated';

const HEADER = `// Written by scripts/contract.mjs (npm run contract) from
// ${DOCUMENT}. Change that, never this file.
`;

/** Shapes of everything that is sent, nested as in the document. */
async function shapes(text) {
  const types = astToString(await openapiTS(text));
  // TypeScript's own comments have no tag for what something is.
  return `${HEADER}\n${types
    .replaceAll('@description ', '')
    .replaceAll('Format: date-time', 'ISO 8601, in UTC')}`;
}

function comment(description) {
  return `/** ${description.replaceAll('*/', '* /')}. @public */\n`;
}

/** A name for one schema, and for an enumeration the list of its values. */
function named([name, schema]) {
  if (!schema.description) {
    throw new UserError(
      `The schema ${name} has no description.`,
      `Say in ${DOCUMENT} what it is: it becomes the comment of the type.`,
    );
  }
  const constant = schema['x-constant'];
  return [
    ...(constant
      ? [
          `${comment(schema.description)}export const ${constant} = ${JSON.stringify(schema.enum)} as const;`,
        ]
      : []),
    `${comment(schema.description)}export type ${name} = components['schemas']['${name}'];`,
  ];
}

/** Method and path of every operation. */
function operations(paths) {
  return Object.fromEntries(
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => [
        operationId,
        { method: method.toUpperCase(), path },
      ]),
    ),
  );
}

/** Names of schemas, and lists of values: what others import. */
function names({ components }) {
  return [
    `${HEADER}import type { components } from './openapi';`,
    ...Object.entries(components.schemas).flatMap(named),
    '',
  ].join('\n\n');
}

/** Method and path of every operation, for the client and the router. */
function routes({ paths }) {
  const json = JSON.stringify(operations(paths), null, 2);
  return `${HEADER}\nexport const ROUTES = ${json} as const;\n`;
}

async function main() {
  const isCheck = process.argv.includes('--check');
  const [document = join(root, DOCUMENT)] = process.argv
    .slice(2)
    .filter(argument => !argument.startsWith('--'));
  const text = readFileSync(document, 'utf8');
  const files = {
    'openapi.ts': await shapes(text),
    'names.ts': names(parse(text)),
    'routes.ts': routes(parse(text)),
  };
  for (const [name, content] of Object.entries(files)) {
    const file = join(root, GENERATED, name);
    const isCurrent =
      existsSync(file) && readFileSync(file, 'utf8') === content;
    if (isCheck && !isCurrent) {
      throw new UserError(
        `${GENERATED}/${name} is not what ${DOCUMENT} says.`,
        'Run npm run contract, and commit what it writes.',
      );
    }
    if (!isCheck) writeFileSync(file, content);
  }
  say(`The types in ${GENERATED} are up to date`);
}

runMain(main);
