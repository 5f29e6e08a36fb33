import { ConflictError } from '@backstage/errors';
import type { GeneratedFile } from '@elsa-portal/backstage-plugin-elsa-node';

/** What generation means for the repository that an environment joins. */
export interface PlannedChanges {
  /** Files to write: new ones, and shared ones that change. */
  files: GeneratedFile[];
  /** Paths of those that are there with other content. */
  changed: string[];
}

const CHART = 'charts/elsa-workflows/';

function listOwnPaths(environment: string): string[] {
  return [
    `.elsa/${environment}.yaml`,
    `argocd/${environment}.yaml`,
    `environments/${environment}/`,
    `k8s/base/${environment}/`,
    `k8s/overlays/${environment}/`,
  ];
}

function assertUntouched(
  changed: string[],
  isConcerned: (path: string) => boolean,
  describe: (paths: string) => string,
): void {
  const paths = changed.filter(isConcerned);
  if (paths.length > 0) {
    throw new ConflictError(describe(paths.join(', ')));
  }
}

/**
 * Keeps what an existing repository lacks. Files of the environment itself are
 * never replaced, as somebody may have changed them; nor is the chart, as the
 * other environments of the repository run on it.
 *
 * @throws ConflictError when the environment or another chart is there already
 */
export function planChanges(options: {
  environment: string;
  generated: GeneratedFile[];
  existing: GeneratedFile[];
}): PlannedChanges {
  const { environment } = options;
  const existing = new Map(
    options.existing.map(file => [file.path, file.content]),
  );
  const files = options.generated.filter(
    file => existing.get(file.path) !== file.content,
  );
  const changed = files
    .map(file => file.path)
    .filter(path => existing.has(path));
  const ownPaths = listOwnPaths(environment);
  assertUntouched(
    changed,
    path => ownPaths.some(own => path.startsWith(own)),
    paths =>
      `The repository already holds the environment '${environment}', with other content in ${paths}. Choose another name, or change .elsa/${environment}.yaml in the repository`,
  );
  assertUntouched(
    changed,
    path => path.startsWith(CHART),
    paths =>
      `The repository holds another version of the chart than this template (${paths}). Update the chart for the environments that are there in a change of its own, then add '${environment}'`,
  );
  return { files, changed };
}
