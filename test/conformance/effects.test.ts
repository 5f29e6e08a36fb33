import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EnvironmentSpec,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  type EnvironmentTemplate,
  findTemplateDirectory,
  generateEnvironment,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { cases } from './lib/cases';
import { fieldsOfSpec } from './lib/fields';
import { parseManifests } from './lib/kubernetesObject';
import { helmTemplate, makeFolder, releaseOf, withFiles } from './lib/render';
import { variantsOf } from './lib/variants';

/** Neighbours that may render the same, such as another order, before a field counts as dead. */
const TRIES = 6;

/** What a field may change instead of the rendered objects: what it is there for. */
const WRITTEN =
  /^(metadata|owner|system|lifecycle|delivery|slos|target|security\.podSecurity|monitoring\.dashboard)\b/;

/** What only the check of a spec reads: acknowledgements, and the version of an image named by digest. */
const CHECKED_ONLY = /^(dataMoves|host\.version$|security\.acknowledge)/;

/** Fields in which two valid specs cannot differ, and why. */
const WITHOUT_VARIANT: Record<string, string> = {
  apiVersion: 'has one value',
  kind: 'has one value',
  templateVersion: 'is replaced by the generator',
  'database.sqlserver.acceptEula': 'must be true where it is stated',
  'studio.autoscaling.kind': 'the studio has one kind of autoscaler',
  'studio.autoscaling.requestsPerSecond': 'nothing counts its requests',
  'redis.mode': 'only an external one has, and needs, an address',
  'secrets.kind': 'each kind needs fields that the others refuse',
  'server.locks': 'database and Redis leave one choice',
};

/** Environments in which one of these fields can change while all others stay. */
const NEIGHBOURS = [
  {
    apiVersion: 'elsa-portal.io/v1alpha1',
    kind: 'ElsaEnvironment',
    metadata: { name: 'payments' },
    owner: 'group:default/payments',
    preset: 'production',
    target: { cluster: 'production-eu' },
    exposure: { host: 'elsa.example.com' },
    backup: {
      enabled: true,
      method: 'object-store',
      objectStore: {
        destinationPath: 's3://backups/payments',
        useWorkloadIdentity: false,
      },
    },
    secrets: { names: { backup: 'own-backup' } },
    monitoring: { enabled: true, namespace: 'metrics' },
  },
] as EnvironmentSpec[];

interface Prepared {
  template: EnvironmentTemplate;
  chart: string;
}

/** What Helm makes of a spec. */
async function rendered(
  input: EnvironmentSpec,
  { template, chart }: Prepared,
): Promise<string> {
  const { valuesFile } = renderInput(resolveEnvironment(input), template);
  return withFiles([], async folder => {
    const values = join(folder, 'values.yaml');
    await writeFile(values, valuesFile);
    return helmTemplate(
      'HELM4',
      releaseOf(resolveEnvironment(input).spec, chart, values),
    );
  });
}

/** Everything else that is generated, but for the copies of the spec itself. */
function written(
  input: EnvironmentSpec,
  { template }: Prepared,
  manifests: string,
): string {
  const spec = resolveEnvironment(input).spec;
  return JSON.stringify(
    generateEnvironment(resolveEnvironment(input), {
      template,
      rendered:
        spec.delivery.packaging === 'kustomize'
          ? parseManifests(manifests)
          : undefined,
    }).filter(({ path }) => !/^(\.elsa|charts)\/|\/values\.yaml$/.test(path)),
  );
}

describe('fields of the spec', () => {
  const prepared = (async () => {
    const template = await readTemplate(findTemplateDirectory());
    const { folder, remove } = await makeFolder(template.chart);
    return { template, chart: folder, remove };
  })();
  afterAll(async () => (await prepared).remove());

  const specs = [...cases.map(({ input }) => input), ...NEIGHBOURS];
  // Acknowledgements of a move allow a change and are nothing by themselves.
  const fields = fieldsOfSpec().filter(({ path }) => !CHECKED_ONLY.test(path));

  // Many fields have variants of the same spec.
  const memory = new Map<EnvironmentSpec, Promise<string>>();

  it.concurrent.each(fields)(
    'should each have an effect of its own: $path',
    async field => {
      const context = await prepared;
      const render = (spec: EnvironmentSpec) => rendered(spec, context);
      const renderOnce = (spec: EnvironmentSpec) => {
        const known = memory.get(spec) ?? render(spec);
        memory.set(spec, known);
        return known;
      };
      let tries = 0;
      let hasEffect = false;
      for (const { original, changed } of variantsOf(field, specs)) {
        tries += 1;
        const [before, after] = await Promise.all([
          renderOnce(original),
          render(changed),
        ]);
        hasEffect =
          before !== after ||
          (WRITTEN.test(field.path) &&
            written(original, context, before) !==
              written(changed, context, after));
        if (hasEffect || tries >= TRIES) break;
      }
      expect({ hasVariant: tries > 0, hasEffect }).toEqual({
        hasVariant: !(field.path in WITHOUT_VARIANT),
        hasEffect: !(field.path in WITHOUT_VARIANT),
      });
    },
  );
});
