// Writes config.d.ts of the backend and the table in its README from the schema
// of its configuration.
//   npm run config
//   node scripts/config.mjs --check [SCHEMA]
// `--check` writes nothing and fails when a file is not up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { configTable } from './lib/configTable.mjs';
import { configTypes } from './lib/configTypes.mjs';
import { readSchema } from './lib/configSchema.mjs';
import { runMain, say, UserError } from './lib/messages.mjs';
import { root } from './lib/paths.mjs';

const PLUGIN = join('plugins', 'elsa-backend');
const SCHEMA = join(root, PLUGIN, 'src', 'config', 'elsaSchema.ts');
const BEGIN = '<!-- written by npm run config -->';
const END = '<!-- /written -->';

/** Compiles TypeScript as it is loaded. */
const require = createRequire(join(root, 'package.json'));
require('@backstage/cli/config/nodeTransform.cjs');

function withTable(readme, table) {
  const [before, rest, ...others] = readme.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined || others.length > 0) {
    throw new UserError(
      `${PLUGIN}/README.md has no place for the table.`,
      `Put ${BEGIN} and ${END} where it belongs.`,
    );
  }
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}

async function main() {
  const isCheck = process.argv.includes('--check');
  const [file = SCHEMA] = process.argv
    .slice(2)
    .filter(argument => !argument.startsWith('--'));
  const schema = readSchema(require(file));
  const readme = readFileSync(join(root, PLUGIN, 'README.md'), 'utf8');
  const style = await resolveConfig(join(root, PLUGIN, 'README.md'));
  const contents = {
    'config.d.ts': await format(configTypes(schema), {
      ...style,
      parser: 'typescript',
    }),
    'README.md': await format(withTable(readme, configTable(schema)), {
      ...style,
      parser: 'markdown',
    }),
  };
  for (const [name, content] of Object.entries(contents)) {
    const path = join(root, PLUGIN, name);
    const isCurrent = readFileSync(path, 'utf8') === content;
    if (isCheck && !isCurrent) {
      throw new UserError(
        `${PLUGIN}/${name} is not what ${PLUGIN}/src/config/elsaSchema.ts says.`,
        'Run npm run config, and commit what it writes.',
      );
    }
    if (!isCheck) writeFileSync(path, content);
  }
  say(`config.d.ts and README.md of ${PLUGIN} are up to date`);
}

runMain(main);
