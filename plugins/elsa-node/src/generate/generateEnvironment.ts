import { InputError } from '@backstage/errors';
import { specPath } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  chartValues,
  type Values,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { RepositoryConflictError } from '../repository/conflict';
import { dataRecordFile, refuseAbandonedData } from '../repository/dataRecord';
import { refuseHandEdits, seal } from '../repository/seal';
import { sharedFiles } from '../repository/sharedFiles';
import { kustomizeFiles } from '../deployment/kustomizeFiles';
import { validateValues } from '../template/validateValues';
import { application, appProject } from '../deployment/argocd';
import { rulesTestFile } from './rulesTest';
import { specFile } from './specFile';
import { readTemplateVersion } from '../template/templateVersion';
import type {
  Environment,
  EnvironmentTemplate,
  GeneratedFile,
  GenerateOptions,
} from '../files/types';
import { toYaml, toYamlDocuments } from '../files/yaml';

/**
 * Makes every file of a deployment repository out of a spec: the same spec and
 * the same template give the same bytes. Reads and writes nothing.
 *
 * With `existing` files, what comes back is what an existing repository lacks:
 * the environment's own files and the shared ones that have to change.
 *
 * @param environment - what `resolveEnvironment` made of a spec
 * @throws EnvironmentSpecError when the spec would leave the data of its environment behind
 * @throws InputError when template and generator do not fit together
 * @throws RepositoryConflictError when generating would replace what somebody else wrote
 * @public
 */
export function generateEnvironment(
  environment: Environment,
  options: GenerateOptions,
): GeneratedFile[] {
  const { spec, stated } = environment;
  const version = readTemplateVersion(options.template);
  refuseAbandonedData(environment, options.existing ?? [], options.recordData);
  refuseOtherChart(spec.metadata.name, version, options);
  const own = environmentFiles(environment, options);
  if (!options.force) {
    refuseHandEdits(spec.metadata.name, own, options.existing ?? []);
  }
  const files = [
    {
      path: specPath(spec.metadata.name),
      content: specFile(stated, version),
    },
    dataRecordFile(environment),
    ...own,
    ...sharedFiles(environment, version, options),
  ];
  return files.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const CHART_FOLDER = 'charts/elsa-workflows';

/**
 * All environments of a repository share its chart: replacing it changes each
 * of them, which nobody asked for who adds or changes one.
 */
function refuseOtherChart(
  environment: string,
  version: string,
  { template, existing = [], force }: GenerateOptions,
): void {
  const current = new Map(existing.map(file => [file.path, file.content]));
  const differing = template.chart.filter(({ path, content }) => {
    const found = current.get(`${CHART_FOLDER}/${path}`);
    return found !== undefined && found !== content;
  });
  if (differing.length === 0 || force) return;
  const found = /^version: *(.*)$/m.exec(
    current.get(`${CHART_FOLDER}/Chart.yaml`) ?? '',
  )?.[1];
  throw new RepositoryConflictError({
    conflict: 'other-chart',
    environment,
    message: `The repository's chart (version ${
      found ?? 'unknown'
    }) differs from the template's (version ${version}) in ${differing
      .slice(0, 5)
      .map(file => file.path)
      .join(', ')}${
      differing.length > 5 ? ` and ${differing.length - 5} more` : ''
    }; replacing it changes every environment of the repository`,
  });
}

/** Chart values, checked against the chart's own schema. */
function environmentValues(
  environment: Environment,
  template: EnvironmentTemplate,
): Values {
  const values = chartValues(environment);
  validateValues(template, values);
  return values;
}

/** What Helm needs to render an environment. @public */
export interface RenderInput {
  releaseName: string;
  namespace: string;
  kubernetesVersion: string;
  chart: GeneratedFile[];
  valuesFile: string;
}

/**
 * What has to be rendered by Helm before an environment can be packaged with
 * kustomize.
 *
 * @public
 */
export function renderInput(
  environment: Environment,
  template: EnvironmentTemplate,
): RenderInput {
  const { spec } = environment;
  readTemplateVersion(template);
  return {
    releaseName: spec.metadata.name,
    namespace: spec.target.namespace,
    kubernetesVersion: spec.target.kubernetesVersion,
    chart: template.chart,
    valuesFile: valuesFile(environment, template),
  };
}

function valuesFile(
  environment: Environment,
  template: EnvironmentTemplate,
): string {
  const { name } = environment.spec.metadata;
  return toYaml(
    environmentValues(environment, template),
    `Values of ${name}, made from .elsa/${name}.yaml.\nKeys and defaults: charts/elsa-workflows/README.md.`,
  );
}

function environmentFiles(
  environment: Environment,
  options: GenerateOptions,
): GeneratedFile[] {
  const { spec } = environment;
  const { name } = spec.metadata;
  const folder = `environments/${name}`;
  const rulesTest = rulesTestFile(environment, options.template);
  return [
    ...packagingFiles(environment, options),
    ...(rulesTest
      ? [seal({ path: `${folder}/rules.test.yaml`, content: rulesTest })]
      : []),
    ...(spec.delivery.argocd.enabled
      ? [
          seal({
            path: `argocd/${name}.yaml`,
            content: toYamlDocuments([
              appProject(environment),
              application(spec),
            ]),
          }),
        ]
      : []),
  ];
}

function packagingFiles(
  environment: Environment,
  { template, rendered, existing }: GenerateOptions,
): GeneratedFile[] {
  const { spec } = environment;
  const { name } = spec.metadata;
  if (spec.delivery.packaging === 'kustomize') {
    if (!rendered) {
      throw new InputError(
        'Packaging kustomize is built from what Helm renders, but no rendered objects were given; pass a helm binary, or use delivery.packaging: helm',
      );
    }
    return kustomizeFiles(spec, rendered, existing);
  }
  return [
    ...template.chart.map(({ path, content }) => ({
      path: `${CHART_FOLDER}/${path}`,
      content,
    })),
    seal({
      path: `environments/${name}/values.yaml`,
      content: valuesFile(environment, template),
    }),
    // Plain text, so that a shell reads it without a YAML parser.
    {
      path: `environments/${name}/namespace`,
      content: `${spec.target.namespace}\n`,
    },
  ];
}
