import { join } from 'node:path';
import {
  type EnvironmentSpec,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  findTemplateDirectory,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { parseManifests } from './kubernetesObject';
import { helmTemplate, releaseOf, withFiles } from './render';

/** Recording rules of an environment's SLOs, as the chart renders them. */
export async function recordingRules(input: EnvironmentSpec) {
  const template = await readTemplate(findTemplateDirectory());
  const environment = resolveEnvironment(input);
  const { chart, valuesFile } = renderInput(environment, template);
  const manifests = await withFiles(
    [
      ...chart.map(({ path, content }) => ({
        path: `charts/elsa-workflows/${path}`,
        content,
      })),
      { path: 'environments/payments/values.yaml', content: valuesFile },
    ],
    folder =>
      helmTemplate(
        'HELM4',
        releaseOf(
          environment.spec,
          join(folder, 'charts/elsa-workflows'),
          join(folder, 'environments/payments/values.yaml'),
        ),
      ),
  );
  return parseManifests(manifests)
    .filter(object => object.kind === 'PrometheusRule')
    .flatMap(
      object =>
        (object.spec as { groups: Array<{ rules: Array<object> }> }).groups,
    )
    .map(group => ({
      ...group,
      rules: group.rules.filter(rule => 'record' in rule),
    }))
    .filter(group => group.rules.length > 0);
}
