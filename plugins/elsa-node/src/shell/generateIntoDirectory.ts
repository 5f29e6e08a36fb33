import { ConflictError, InputError } from '@backstage/errors';
import { promises as fs } from 'fs';
import { join, resolve } from 'path';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  generateEnvironment,
  renderInput,
} from '../generate/generateEnvironment';
import type { GeneratedFile } from '../files/types';
import { readFiles, readTemplate } from '../template/readTemplate';
import { findTemplateDirectory } from '../template/templateDirectory';
import { explainConflicts } from './explainConflicts';
import { renderWithHelm } from './renderWithHelm';
import { checkFiles, writeFiles } from './writeFiles';

/** @public */
export interface GenerateIntoDirectoryOptions {
  /** Folder of the repository; created when it does not exist. */
  directory: string;
  /** Folder of the template; the one that came with this package unless given. */
  template?: string;
  /** Path of the helm binary. Needed for packaging `kustomize`. */
  helm?: string;
  /** Replace files that were changed by hand. */
  force?: boolean;
  /** The spec says where the data is now: record it where nothing recorded it yet. */
  recordData?: boolean;
  /** Look only; write nothing. */
  isDryRun?: boolean;
}

/** What happened to each file. @public */
export interface GenerateIntoDirectoryResult {
  environment: string;
  created: string[];
  changed: string[];
  unchanged: string[];
  /** Files of the environment that its spec no longer asks for; they are left for whoever looks at them. */
  outdated: string[];
}

/**
 * Generates an environment into a folder: a new repository, or one that holds
 * other environments already. Writes nothing when anything is wrong.
 *
 * @throws EnvironmentSpecError, InputError, ConflictError as `generateEnvironment`
 * @public
 */
export async function generateIntoDirectory(
  input: unknown,
  options: GenerateIntoDirectoryOptions,
): Promise<GenerateIntoDirectoryResult> {
  const environment = resolveEnvironment(input);
  const { spec } = environment;
  const template = await readTemplate(
    options.template ?? findTemplateDirectory(),
  );
  const existing = await readFiles(options.directory, (error, name) => {
    // Without its spec, an environment would vanish from the documents.
    if (name.startsWith('.elsa/')) throw error;
  });
  const rendered =
    spec.delivery.packaging === 'kustomize' && options.helm
      ? await renderWithHelm(renderInput(environment, template), {
          helm: options.helm,
        })
      : undefined;
  const files = explainConflicts(() =>
    generateEnvironment(environment, {
      template,
      existing,
      force: options.force,
      recordData: options.recordData,
      rendered,
    }),
  );
  const current = new Map(existing.map(file => [file.path, file.content]));
  const created = files.filter(({ path }) => !current.has(path));
  const changed = files.filter(
    ({ path, content }) => current.has(path) && current.get(path) !== content,
  );
  refuseForeignRepository(spec.metadata.name, existing, changed, options.force);
  await refuseUnreadable(options.directory, created);
  await checkFiles(resolve(options.directory), files);
  if (!options.isDryRun) {
    await writeFiles(options.directory, [...created, ...changed]);
  }
  const names = (list: GeneratedFile[]) => list.map(file => file.path);
  return {
    environment: spec.metadata.name,
    created: names(created),
    changed: names(changed),
    unchanged: names(
      files.filter(({ path, content }) => current.get(path) === content),
    ),
    outdated: outdatedFiles(spec.metadata.name, files, existing),
  };
}

/** What an earlier spec of the environment needed, such as the rules of monitoring that is off now. */
function outdatedFiles(
  environment: string,
  files: GeneratedFile[],
  existing: GeneratedFile[],
): string[] {
  const wanted = new Set(files.map(({ path }) => path));
  const own = [
    `argocd/${environment}.yaml`,
    `environments/${environment}/`,
    `k8s/base/${environment}/`,
    `k8s/overlays/${environment}/kustomization.yaml`,
  ];
  return existing
    .map(({ path }) => path)
    .filter(
      path => !wanted.has(path) && own.some(start => path.startsWith(start)),
    );
}

/** Files that are there and could not be read as text, so that nobody knows what they hold. */
async function refuseUnreadable(
  directory: string,
  created: GeneratedFile[],
): Promise<void> {
  const found: string[] = [];
  for (const { path: name } of created) {
    const stats = await fs.lstat(join(directory, name)).catch(() => undefined);
    if (stats?.isFile()) found.push(name);
  }
  if (found.length === 0) return;
  throw new InputError(
    `${found.join(', ')} of ${directory} would be replaced, and cannot be read as text in UTF-8 of at most 4 MiB; rename or remove it`,
  );
}

/** Files of the same name in a folder that nothing was ever generated into belong to somebody. */
function refuseForeignRepository(
  environment: string,
  existing: GeneratedFile[],
  changed: GeneratedFile[],
  force: boolean | undefined,
): void {
  const isOurs = existing.some(file => file.path.startsWith('.elsa/'));
  if (isOurs || force || changed.length === 0) return;
  throw new ConflictError(
    `The folder holds other files at ${changed
      .map(file => file.path)
      .join(
        ', ',
      )} and no environment yet; use an empty folder for ${environment}, or --force to replace them`,
  );
}
