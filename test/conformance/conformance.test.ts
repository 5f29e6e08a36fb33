import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { resolveEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  type EnvironmentTemplate,
  findTemplateDirectory,
  type GeneratedFile,
  generateEnvironment,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { apiVersions } from './lib/apiVersions';
import { cases, pairs } from './lib/cases';
import { execTool } from './lib/helm';
import {
  type KubernetesObject,
  nameOf,
  parseManifests,
} from './lib/kubernetesObject';
import { danglingReferences } from './lib/references';
import { helmLint, helmTemplate, withFiles } from './lib/render';
import { checkSchemas, hasStrictSchemas } from './lib/strictSchemas';
import { externalObjects } from './lib/externalObjects';
import { findForbidden } from './lib/forbidden';
import { checkTypes, checkValues } from './lib/typedObjects';

/** Every distinct object of all cases, by case and name. */
const objects = new Map<string, KubernetesObject>();
const seen = new Set<string>();

function remember(caseName: string, rendered: KubernetesObject[]) {
  for (const object of rendered) {
    const key = JSON.stringify(object);
    if (!seen.has(key)) {
      seen.add(key);
      objects.set(`${caseName}: ${nameOf(object)}`, object);
    }
  }
}

const byName = (rendered: KubernetesObject[]) =>
  Object.fromEntries(rendered.map(object => [nameOf(object), object]));

/** Argo CD's objects are written as files, not rendered. */
function argoObjects(files: GeneratedFile[]): KubernetesObject[] {
  return files
    .filter(file => file.path.startsWith('argocd/'))
    .flatMap(file => parseManifests(file.content));
}

async function testRules(folder: string, rendered: KubernetesObject[]) {
  const groups = rendered
    .filter(object => object.kind === 'PrometheusRule')
    .flatMap(object => (object.spec as { groups: unknown[] }).groups);
  if (groups.length === 0) return;
  await writeFile(join(folder, 'rules.yaml'), stringify({ groups }));
  await execTool('PROMTOOL', ['check', 'rules', 'rules.yaml'], { cwd: folder });
  await execTool('PROMTOOL', ['test', 'rules', 'rules.test.yaml'], {
    cwd: folder,
  });
}

describe('generated environments', () => {
  let template: EnvironmentTemplate;

  beforeAll(async () => {
    template = await readTemplate(findTemplateDirectory());
  });

  it.concurrent.each(cases)('should be right: $name', async testCase => {
    const { name, input } = testCase;
    const spec = resolveEnvironmentSpec(input);
    const { chart, valuesFile } = renderInput(input, template);
    const environment = `environments/${spec.metadata.name}`;
    const helmFiles = [
      ...chart.map(({ path, content }) => ({
        path: `charts/elsa-workflows/${path}`,
        content,
      })),
      { path: `${environment}/values.yaml`, content: valuesFile },
    ];

    await withFiles(helmFiles, async folder => {
      await helmLint('HELM4', folder, spec);
      await helmLint('HELM3', folder, spec);
      // Equal bytes from two runs of two majors: nothing random, nothing that
      // only one of them understands.
      const manifests = await helmTemplate('HELM4', folder, spec);
      expect(await helmTemplate('HELM3', folder, spec)).toBe(manifests);

      const rendered = parseManifests(manifests);
      const files = generateEnvironment(input, {
        template,
        rendered:
          spec.delivery.packaging === 'kustomize' ? rendered : undefined,
      });
      expect(
        generateEnvironment(input, {
          template,
          rendered:
            spec.delivery.packaging === 'kustomize' ? rendered : undefined,
        }),
      ).toEqual(files);

      const all = [...rendered, ...argoObjects(files)];
      remember(name, all);
      expect(
        all
          .filter(object => !(object.apiVersion in apiVersions))
          .map(object => `${object.apiVersion} ${object.kind}`),
      ).toEqual([]);
      for (const object of rendered) {
        const { servedBy } = apiVersions[object.apiVersion];
        if (servedBy) expect(servedBy).toContain(spec.target.kubernetesVersion);
      }
      expect(danglingReferences(rendered, externalObjects(spec))).toEqual([]);
      expect(findForbidden(files, rendered)).toEqual([]);

      if (spec.delivery.packaging === 'kustomize') {
        await withFiles(files, async repository => {
          const built = await execTool(
            'KUBECTL',
            ['kustomize', `k8s/overlays/${spec.metadata.name}`],
            { cwd: repository },
          );
          const withoutNamespace = parseManifests(built).filter(
            object => object.kind !== 'Namespace',
          );
          expect(byName(withoutNamespace)).toEqual(
            byName(rendered.filter(object => object.kind !== 'Namespace')),
          );
        });
      }

      const rulesTest = files.find(
        file => file.path === `${environment}/rules.test.yaml`,
      );
      expect(rulesTest !== undefined).toBe(
        rendered.some(object => object.kind === 'PrometheusRule'),
      );
      if (rulesTest) {
        const rulesFolder = join(folder, 'rules');
        await mkdir(rulesFolder);
        await writeFile(
          join(rulesFolder, 'rules.test.yaml'),
          rulesTest.content,
        );
        await testRules(rulesFolder, rendered);
      }
    });
  });

  it('should cover every pair of options that a valid spec can have', () => {
    process.stdout.write(
      `${cases.length} environments cover ${pairs.all - pairs.impossible.length} of ${pairs.all} pairs; ${pairs.impossible.length} are refused by a rule; ${objects.size} distinct objects\n`,
    );
    expect(cases.length).toBeLessThan(400);
    // Each of these is refused by a rule of the spec, such as a second
    // replica of an image that cannot be clustered.
    expect(pairs.impossible.length).toBeLessThan(pairs.all * 0.05);
    expect(objects.size).toBeGreaterThan(500);
  });

  it('should hold only fields and types that the kinds have', () => {
    expect(checkTypes(objects)).toEqual([]);
  });

  it('should hold only values that the kinds allow', () => {
    expect(checkValues(objects)).toEqual([]);
  });

  it('should satisfy strict schemas, or name the kinds without types', () => {
    const untyped = new Set(
      [...objects.values()]
        .filter(object => !apiVersions[object.apiVersion].models)
        .map(object => `${object.apiVersion} ${object.kind}`),
    );
    process.stdout.write(
      `Kinds of which no npm package has types: ${[...untyped].sort().join(', ')}\n`,
    );
    if (!hasStrictSchemas) {
      process.stdout.write('No strict schemas beside the repository.\n');
      return;
    }
    const { problems, withoutSchema } = checkSchemas(objects);
    expect(problems).toEqual([]);
    expect([...withoutSchema]).toEqual([]);
  });
});
