import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseQuantity } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  type EnvironmentSpec,
  findAbandonedData,
  locateData,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  findTemplateDirectory,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { cases } from './lib/cases';
import { type DataIdentity, dataIdentityOf } from './lib/dataIdentity';
import { parseManifests } from './lib/kubernetesObject';
import {
  HELM_MAJORS,
  helmTemplate,
  makeFolder,
  releaseOf,
  withFiles,
} from './lib/render';

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
        await writeFile(
          values,
          renderInput(resolveEnvironment(input), template).valuesFile,
        );
        const release = releaseOf(
          resolveEnvironment(input).spec,
          chart,
          values,
        );
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
      const stored = locateData(resolveEnvironment(before.input));
      for (const after of rendered) {
        const lost = lostData(before.identity, after.identity);
        if (lost.length === 0) continue;
        losses += 1;
        const next = resolveEnvironment(after.input);
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

const OPTIONS = 'argocd.argoproj.io/sync-options';
const KEPT = 'Prune=false,Delete=false';
const claims = (whenDeleted: string) => ({
  persistentVolumeClaimRetentionPolicy: { whenDeleted },
  volumeClaimTemplates: [{ metadata: { name: 'data' } }],
});

/** API version, kind, what it states itself, and the sync options that keep it. */
const extraObjects: Array<
  [string, string, { spec?: object; annotations?: object }, string | undefined]
> = [
  ['k8s.mariadb.com/v1alpha1', 'MariaDB', {}, KEPT],
  ['acid.zalan.do/v1', 'Postgresql', {}, KEPT],
  ['kafka.strimzi.io/v1beta2', 'KafkaTopic', {}, KEPT],
  ['postgresql.cnpg.io/v1', 'Database', {}, KEPT],
  ['stores.example.com/v1', 'Store', {}, KEPT],
  ['v1', 'PersistentVolumeClaim', {}, KEPT],
  ['apps/v1', 'StatefulSet', { spec: claims('Delete') }, KEPT],
  ['apps/v1', 'StatefulSet', { spec: claims('Retain') }, undefined],
  ['v1', 'ConfigMap', {}, undefined],
  ['batch/v1', 'CronJob', {}, undefined],
  ['monitoring.coreos.com/v1', 'ServiceMonitor', {}, undefined],
  [
    'psmdb.percona.com/v1',
    'PerconaServerMongoDB',
    { annotations: { [OPTIONS]: 'SkipDryRunOnMissingResource=true' } },
    `SkipDryRunOnMissingResource=true,${KEPT}`,
  ],
  [
    'rabbitmq.com/v1beta1',
    'RabbitmqCluster',
    { annotations: { [OPTIONS]: 'Prune=confirm' } },
    'Prune=confirm,Delete=false',
  ],
];

describe('extra objects', () => {
  it.each(HELM_MAJORS)(
    'should outlive their release where data could go with them: %s',
    async helm => {
      const template = await readTemplate(findTemplateDirectory());
      const input = {
        ...samePlace(environments[0].input),
        extra: {
          objects: extraObjects.map(
            ([apiVersion, kind, { annotations, ...rest }], index) => ({
              apiVersion,
              kind,
              metadata: {
                name: `own-${index}`,
                ...(annotations && { annotations }),
              },
              ...rest,
            }),
          ),
        },
      };
      const objects = await withFiles(template.chart, async chart => {
        const values = join(chart, 'own-values.yaml');
        await writeFile(
          values,
          renderInput(resolveEnvironment(input), template).valuesFile,
        );
        const release = releaseOf(
          resolveEnvironment(input).spec,
          chart,
          values,
        );
        return parseManifests(await helmTemplate(helm, release));
      });
      const annotationsOf = (index: number) =>
        objects.find(({ metadata }) => metadata.name === `own-${index}`)
          ?.metadata.annotations;
      expect(
        extraObjects.map((_, index) => annotationsOf(index)?.[OPTIONS]),
      ).toEqual(extraObjects.map(([, , , options]) => options));
      expect(
        extraObjects.map(
          (_, index) =>
            annotationsOf(index)?.['helm.sh/resource-policy'] === 'keep',
        ),
      ).toEqual(extraObjects.map(([, , , options]) => options !== undefined));
    },
  );
});
