import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EnvironmentSpec,
  type ResolvedEnvironmentSpec,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  type EnvironmentTemplate,
  findTemplateDirectory,
  type GeneratedFile,
  generateEnvironment,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { apiVersions } from './lib/apiVersions';
import { projectProblems } from './lib/argocdProject';
import { argoCdProblems } from './lib/argocdVersions';
import { cases, pairs } from './lib/cases';
import { catalogLinkProblems } from './lib/catalogLinks';
import { problemsOf } from './lib/checks';
import { unstatedFields } from './lib/coverage';
import { findForbidden } from './lib/forbidden';
import { execTool } from './lib/helm';
import {
  type KubernetesObject,
  nameOf,
  parseManifests,
} from './lib/kubernetesObject';
import {
  HELM_MAJORS,
  helmLint,
  helmTemplate,
  makeFolder,
  releaseOf,
  withFiles,
} from './lib/render';
import { testRules } from './lib/rules';
import { secretKeyProblems } from './lib/secretKeys';
import { checkSchemas, hasStrictSchemas } from './lib/strictSchemas';
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

/** Fields that change nothing which could be rendered, or that no spec may have. */
const UNSTATED = [
  // Written by the generator; what is stated is replaced.
  'templateVersion',
  // The studio has one kind of autoscaler, and nothing counts its requests.
  'studio.autoscaling.kind: keda',
  'studio.autoscaling.requestsPerSecond',
  // No host profile has locks there: the image decides.
  'server.locks: file',
  'server.locks: sqlserver',
];

const byName = (rendered: KubernetesObject[]) =>
  Object.fromEntries(rendered.map(object => [nameOf(object), object]));

/** Argo CD's objects are written as files, not rendered. */
function argoObjects(files: GeneratedFile[]): KubernetesObject[] {
  return files
    .filter(file => file.path.startsWith('argocd/'))
    .flatMap(file => parseManifests(file.content));
}

/** The same spec gives the same files, whenever it is asked. */
function generateTwice(
  input: EnvironmentSpec,
  template: EnvironmentTemplate,
  rendered: KubernetesObject[] | undefined,
): GeneratedFile[] {
  const files = generateEnvironment(resolveEnvironment(input), {
    template,
    rendered,
  });
  expect(
    generateEnvironment(resolveEnvironment(input), { template, rendered }),
  ).toEqual(files);
  return files;
}

async function expectKustomizeToGive(
  spec: ResolvedEnvironmentSpec,
  files: GeneratedFile[],
  rendered: KubernetesObject[],
) {
  const built = await withFiles(files, folder =>
    execTool('KUBECTL', ['kustomize', `k8s/overlays/${spec.metadata.name}`], {
      cwd: folder,
    }),
  );
  const fromKustomize = parseManifests(built);
  // The overlay makes the namespace, which Helm leaves to whoever installs.
  expect(
    byName(fromKustomize.filter(({ kind }) => kind !== 'Namespace')),
  ).toEqual(byName(rendered));
  // Pods of `helm test` would just run, and what lets them through would stay.
  expect(
    fromKustomize.filter(
      ({ metadata }) =>
        metadata.labels?.['app.kubernetes.io/component'] === 'test' ||
        metadata.annotations?.['helm.sh/hook'] === 'test',
    ),
  ).toEqual([]);
  expect(built).not.toContain('app.kubernetes.io/component: test');
}

async function expectRulesToWork(
  spec: ResolvedEnvironmentSpec,
  files: GeneratedFile[],
  rendered: KubernetesObject[],
) {
  const path = `environments/${spec.metadata.name}/rules.test.yaml`;
  const test = files.find(file => file.path === path);
  expect(test !== undefined).toBe(
    rendered.some(object => object.kind === 'PrometheusRule'),
  );
  if (test) await testRules(rendered, test.content);
}

describe('generated environments', () => {
  // Concurrent tests do not wait for `beforeAll`, so each awaits this.
  const prepared = (async () => {
    const template = await readTemplate(findTemplateDirectory());
    const { folder, remove } = await makeFolder(template.chart);
    return { template, chart: folder, remove };
  })();

  afterAll(async () => (await prepared).remove());

  it.concurrent.each(cases)('should be right: $name', async testCase => {
    const { name, input } = testCase;
    const { template, chart } = await prepared;
    const spec = resolveEnvironment(input).spec;
    const { valuesFile } = renderInput(resolveEnvironment(input), template);

    const manifests = await withFiles([], async folder => {
      const values = join(folder, 'values.yaml');
      await writeFile(values, valuesFile);
      const release = releaseOf(spec, chart, values);
      const [of4, of3] = await Promise.all([
        helmTemplate('HELM4', release),
        helmTemplate('HELM3', release),
        // Linting renders once more: the majors take turns with it.
        helmLint(HELM_MAJORS[cases.indexOf(testCase) % 2], release),
      ]);
      // Equal bytes from two runs of two majors: nothing random, nothing that
      // only one of them understands.
      expect(of3).toBe(of4);
      return of4;
    });
    const rendered = parseManifests(manifests);
    const isKustomize = spec.delivery.packaging === 'kustomize';
    const files = generateTwice(
      input,
      template,
      isKustomize ? rendered : undefined,
    );
    const argo = argoObjects(files);
    const all = [...rendered, ...argo];
    remember(name, all);

    expect(
      all
        .filter(object => !(object.apiVersion in apiVersions))
        .map(object => `${object.apiVersion} ${object.kind}`),
    ).toEqual([]);
    expect(problemsOf(spec, rendered)).toEqual({});
    expect(projectProblems(spec, rendered, argo)).toEqual([]);
    expect(argoCdProblems(argo)).toEqual([]);
    expect(catalogLinkProblems(files, rendered)).toEqual([]);
    expect(secretKeyProblems(rendered, files)).toEqual([]);
    expect(findForbidden(files, rendered)).toEqual([]);
    if (isKustomize) await expectKustomizeToGive(spec, files, rendered);
    await expectRulesToWork(spec, files, rendered);
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

  it('should state every field of the spec and every choice of each', () => {
    const specs = cases.map(({ input }) => input);
    expect(unstatedFields(specs).sort()).toEqual([...UNSTATED].sort());
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
