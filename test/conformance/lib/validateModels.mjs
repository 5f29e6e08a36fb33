// Validates objects by the classes of their kinds:
//   node validateModels.mjs <file>
// The file holds a list of { name, module, kind, object }; what is wrong is
// printed as a list of { object, message }. A program of its own because the
// models are ES modules, which Jest does not load.
import { readFile } from 'node:fs/promises';
import process from 'node:process';

const [file] = process.argv.slice(2);
const problems = [];
for (const item of JSON.parse(await readFile(file, 'utf8'))) {
  const { [item.kind]: Model } = await import(item.module);
  try {
    new Model(item.object).validate();
  } catch (error) {
    problems.push({ object: item.name, message: error.message });
  }
}
process.stdout.write(JSON.stringify(problems));
