import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { execTool } from './helm';
import type { KubernetesObject } from './kubernetesObject';
import { node } from './nodes';
import { withFiles } from './render';

/** Outcome by rules and tests: many environments have the same ones. */
const known = new Map<string, Promise<void>>();

async function run(rules: string, test: string): Promise<void> {
  await withFiles([], async folder => {
    await writeFile(join(folder, 'rules.yaml'), rules);
    await writeFile(join(folder, 'rules.test.yaml'), test);
    await execTool('PROMTOOL', ['check', 'rules', 'rules.yaml'], {
      cwd: folder,
    });
    await execTool('PROMTOOL', ['test', 'rules', 'rules.test.yaml'], {
      cwd: folder,
    });
  });
}

/** Prometheus' own checks of the rules of an environment, and the tests that were generated for them. */
export function testRules(
  objects: readonly KubernetesObject[],
  test: string,
): Promise<void> {
  const groups = objects
    .filter(object => object.kind === 'PrometheusRule')
    .flatMap(object => node(object.spec).groups);
  const rules = stringify({ groups });
  const key = JSON.stringify([rules, test]);
  const outcome = known.get(key) ?? run(rules, test);
  known.set(key, outcome);
  return outcome;
}
