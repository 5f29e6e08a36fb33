import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  type EnvironmentSpec,
  findAbandonedData,
  locateData,
  resolveEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  findTemplateDirectory,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { cases } from './lib/cases';
import { type DataIdentity, dataIdentityOf } from './lib/dataIdentity';
import { parseManifests } from './lib/kubernetesObject';
import { helmTemplate, makeFolder, releaseOf, withFiles } from './lib/render';

/** Every nth environment: each is compared with each, so that few are many changes. */
const EVERY = Number(process.env.ELSA_DATA_LOSS_EVERY ?? 6);

/** Combinations share name, namespace and cluster: only what they ask for differs. */
const environments = cases
  .filter(({ name }) => name.startsWith('combination'))
  .filter((_, index) => index % EVERY === 0);

/** What the second rendering no longer has, or no longer finds. */
function lostData(before: DataIdentity, after: DataIdentity): string[] {
  return [...before].flatMap(([key, value]) => {
    const now = after.get(key);
    if (now === undefined) return [`${key} is gone`];
    const isSmaller =
      key.endsWith(' bytes') &&
      (parseQuantity(now) ?? 0) < (parseQuantity(value) ?? 0);
    const isOther = !key.endsWith(' bytes') && now !== value;
    return isSmaller || isOther ? [`${key}: ${value} -> ${now}`] : [];
  });
}

const samePlace = (input: EnvironmentSpec): EnvironmentSpec => ({
  ...input,
  metadata: { ...input.metadata, name: 'payments' },
  target: { ...input.target, cluster: 'eu', namespace: 'payments' },
});

describe('changes of a spec', () => {
  it('should be refused whenever an object that holds data disappears', async () => {
    const template = await readTemplate(findTemplateDirectory());
    const { folder: chart, remove } = await makeFolder(template.chart);
    const rendered: Array<{
      name: string;
      input: EnvironmentSpec;
      identity: DataIdentity;
    }> = [];
    for (const { name, input: stated } of environments) {
      const input = samePlace(stated);
      const identity = await withFiles([], async folder => {
        const values = join(folder, 'values.yaml');
        await writeFile(values, renderInput(input, template).valuesFile);
        const release = releaseOf(resolveEnvironmentSpec(input), chart, values);
        return dataIdentityOf(
          parseManifests(await helmTemplate('HELM4', release)),
        );
      });
      rendered.push({ name, input, identity });
    }
    await remove();

    let losses = 0;
    const accepted: string[] = [];
    for (const before of rendered) {
      const stored = locateData(resolveEnvironmentSpec(before.input));
      for (const after of rendered) {
        const lost = lostData(before.identity, after.identity);
        if (lost.length === 0) continue;
        losses += 1;
        const next = resolveEnvironmentSpec(after.input);
        if (findAbandonedData(stored, next).length === 0) {
          accepted.push(`${before.name} -> ${after.name}: ${lost.join(', ')}`);
        }
      }
    }
    process.stdout.write(
      `${rendered.length ** 2} changes of ${rendered.length} environments, of which ${losses} lose data\n`,
    );
    expect(losses).toBeGreaterThan(100);
    expect(accepted).toEqual([]);
  });
});
