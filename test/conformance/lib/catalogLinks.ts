import type { GeneratedFile } from '@elsa-portal/backstage-plugin-elsa-node';
import { type KubernetesObject, parseManifests } from './kubernetesObject';

/** Tags of the dashboards that the manifests bring to Grafana. */
function dashboardTags(objects: readonly KubernetesObject[]): Set<string> {
  return new Set(
    objects
      .filter(({ metadata }) => metadata.labels?.grafana_dashboard === '1')
      .flatMap(({ data }) => Object.values(data as Record<string, string>))
      .flatMap(json => (JSON.parse(json) as { tags: string[] }).tags),
  );
}

/** The catalog's entity has to select the dashboard that is really there. */
export function catalogLinkProblems(
  files: readonly GeneratedFile[],
  objects: readonly KubernetesObject[],
): string[] {
  const tags = dashboardTags(objects);
  const selectors = files
    .filter(({ path }) => path === 'catalog-info.yaml')
    .flatMap(({ content }) => parseManifests(content))
    .flatMap(
      ({ metadata }) =>
        metadata.annotations?.['grafana/dashboard-selector'] ?? [],
    );
  const [selector] = selectors;
  if (selector === undefined) {
    return tags.size > 0 ? ['no entity selects the dashboard'] : [];
  }
  const tag = /^tags @> '([^']+)'$/.exec(selector)?.[1];
  return tag !== undefined && tags.has(tag)
    ? []
    : [`${selector} selects none of the dashboards tagged ${[...tags]}`];
}
