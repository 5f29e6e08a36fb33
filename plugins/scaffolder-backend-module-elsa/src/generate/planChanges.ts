import { isDeepStrictEqual } from 'node:util';
import { ConflictError } from '@backstage/errors';
import { specPath } from '@elsa-portal/backstage-plugin-elsa-common';
import {
  checkEnvironmentSpec,
  type Environment,
  findAbandonedData,
  formatIssue,
  locateData,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  type GeneratedFile,
  readSpecText,
} from '@elsa-portal/backstage-plugin-elsa-node';

/** What generation means for the repository that an environment joins. */
export interface PlannedChanges {
  /** Files to write: new ones, and shared ones that change. */
  files: GeneratedFile[];
  /** Paths of those that are there with other content. */
  changed: string[];
}

function listOwnPaths(environment: string): string[] {
  return [
    specPath(environment),
    `.elsa/data/${environment}.yaml`,
    `argocd/${environment}.yaml`,
    `environments/${environment}/`,
    `k8s/base/${environment}/`,
    `k8s/overlays/${environment}/`,
  ];
}

// Written by the generator beside what was stated.
const GENERATED_FIELDS = ['apiVersion', 'kind', 'templateVersion'];

function withoutGeneratedFields(spec: unknown): unknown {
  return typeof spec === 'object' && spec !== null
    ? JSON.parse(
        JSON.stringify(
          Object.fromEntries(
            Object.entries(spec).filter(
              ([field]) => !GENERATED_FIELDS.includes(field),
            ),
          ),
        ),
      )
    : spec;
}

function readStored({ path, content }: GeneratedFile): unknown {
  return readSpecText(content, `${path} of the repository`);
}

function describePresent(environment: string): string {
  return `The repository already holds the environment '${environment}', made from another spec. Choose another name, or change ${specPath(environment)} in the repository`;
}

/**
 * Makes sure that a name does not stand for another environment already.
 * Adding the same one again is no conflict: tasks are repeated.
 *
 * @throws ConflictError when the repository holds it with another spec
 * @throws InputError when the stored one cannot be read
 */
export function assertNotPresent(options: {
  environment: Environment;
  existing: GeneratedFile[];
}): void {
  const { environment, existing } = options;
  const { name } = environment.spec.metadata;
  const stored = existing.find(file => file.path === specPath(name));
  if (
    stored &&
    !isDeepStrictEqual(
      withoutGeneratedFields(readStored(stored)),
      withoutGeneratedFields(environment.stated),
    )
  ) {
    throw new ConflictError(
      [describePresent(name), ...describeAbandoned(stored, environment)].join(
        '\n',
      ),
    );
  }
}

/** What that change would do to the data, for whoever makes it there. */
function describeAbandoned(stored: GeneratedFile, next: Environment): string[] {
  const before = checkEnvironmentSpec(readStored(stored)).environment;
  return before
    ? findAbandonedData(locateData(before), next).map(formatIssue)
    : [];
}

/**
 * Keeps what an existing repository lacks. Files of the environment itself are
 * never replaced, as somebody may have changed them. (The generator sees to the
 * chart and to documents that were changed by hand.)
 *
 * @throws ConflictError when files of the environment were changed
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
  const changedOwn = changed.filter(path =>
    ownPaths.some(own => path.startsWith(own)),
  );
  if (changedOwn.length > 0) {
    throw new ConflictError(
      `Files of the environment '${environment}' were changed in the repository: ${changedOwn.join(', ')}. They are not replaced; change .elsa/${environment}.yaml there and generate again with elsa-manifests`,
    );
  }
  return { files, changed };
}
