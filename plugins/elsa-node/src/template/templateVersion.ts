import { InputError } from '@backstage/errors';
import { parseTemplateFile } from './parseTemplateFile';
import { EnvironmentTemplate } from '../files/types';

/** Name of the chart that the values are made for. */
const CHART_NAME = 'elsa-workflows';

/**
 * Versions of the chart whose values this package knows: major and minor. A
 * platform team may change the chart's patch version freely.
 */
const KNOWN_CHART_VERSIONS = ['0.2'];

/**
 * The template's version is its chart's.
 *
 * @throws InputError when there is no such chart or its version is not known
 */
export function readTemplateVersion(template: EnvironmentTemplate): string {
  const file = template.chart.find(({ path }) => path === 'Chart.yaml');
  if (!file) {
    throw new InputError(
      'The template has no chart/Chart.yaml; point to the folder that holds chart and skeleton',
    );
  }
  const chart: unknown = parseTemplateFile(file);
  const { name, version } = (chart ?? {}) as Record<string, unknown>;
  if (name !== CHART_NAME || typeof version !== 'string') {
    throw new InputError(
      `The template's chart is ${String(name)} ${String(
        version,
      )}; expected ${CHART_NAME} with a version`,
    );
  }
  const majorMinor = version.split('.').slice(0, 2).join('.');
  if (!KNOWN_CHART_VERSIONS.includes(majorMinor)) {
    throw new InputError(
      `The template's chart has version ${version}, and this generator knows ${KNOWN_CHART_VERSIONS.map(
        known => `${known}.x`,
      ).join(', ')}; use a template and a generator of the same release`,
    );
  }
  return version;
}
