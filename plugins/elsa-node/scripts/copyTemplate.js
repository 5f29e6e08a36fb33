/*
 * Copies the repository's template into the package before it is packed, so
 * that the installed command has one. Removes the copy afterwards, so that
 * development uses the repository's own.
 *
 * Usage: node scripts/copyTemplate.js [--remove]
 */
const fs = require('fs');
const path = require('path');

const root = path.resolve(__dirname, '..');
const source = path.resolve(root, '../../templates/create-elsa-environment');
const target = path.resolve(root, 'assets/template');

fs.rmSync(target, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  for (const folder of ['chart', 'skeleton']) {
    fs.cpSync(path.join(source, folder), path.join(target, folder), {
      recursive: true,
      // Values for the chart's own tests, which no environment needs.
      filter: file => !file.startsWith(path.join(source, 'chart', 'ci')),
    });
  }
}
