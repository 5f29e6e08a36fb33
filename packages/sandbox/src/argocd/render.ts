import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { InputError } from '@backstage/errors';
import { parseAllDocuments, stringify } from 'yaml';
import type { KindRegistry } from '../kubernetes/kinds';
import { apiVersionOf } from '../kubernetes/kinds';
import type { Manifest } from '../kubernetes/types';
import type { Application } from './types';

const run = promisify(execFile);
const LARGEST_OUTPUT = 64 * 1024 ** 2;

export interface Renderer {
  helm: string;
  kubectl: string;
  kinds: KindRegistry;
  kubernetesVersion: string;
}

/** A list of objects from a file of YAML documents. */
export function parseManifests(text: string): Manifest[] {
  return parseAllDocuments(text)
    .map(document => {
      if (document.errors.length) throw document.errors[0];
      return document.toJS() as Manifest | null;
    })
    .filter(
      (value): value is Manifest =>
        value !== null && typeof value === 'object' && 'kind' in value,
    );
}

function inside(folder: string, path: string): string {
  const target = resolve(folder, path);
  if (target !== folder && !target.startsWith(folder + sep)) {
    throw new InputError(`${path} leaves the repository`);
  }
  return target;
}

type Source = NonNullable<Application['spec']['source']>;
type HelmSource = Source & Required<Pick<Source, 'helm'>>;

function isHelm(source: Source): source is HelmSource {
  return source.helm !== undefined;
}

function sourceOf({ metadata, spec }: Application): Source {
  const sources = spec.sources ?? (spec.source ? [spec.source] : []);
  const source = sources.find(row => row.path) ?? sources[0];
  if (!source) {
    throw new InputError(`Application ${metadata.name} has no source`);
  }
  return source;
}

/** The files of values, with one for what the Application itself states. */
async function valueFilesOf(
  { helm, path }: HelmSource,
  folder: string,
): Promise<string[]> {
  const valueFiles = (helm.valueFiles ?? []).map(file =>
    file.startsWith('$')
      ? inside(folder, file.slice(file.indexOf('/') + 1))
      : inside(folder, join(path ?? '.', file)),
  );
  if (!helm.valuesObject && !helm.values) return valueFiles;
  const extra = join(folder, '.sandbox', 'values.yaml');
  await mkdir(join(folder, '.sandbox'), { recursive: true });
  await writeFile(extra, helm.values ?? stringify(helm.valuesObject));
  return [...valueFiles, extra];
}

async function helmTemplate(
  renderer: Renderer,
  { metadata, spec }: Application,
  source: HelmSource,
  folder: string,
): Promise<string> {
  const valueFiles = await valueFilesOf(source, folder);
  const { stdout } = await run(
    renderer.helm,
    [
      'template',
      source.helm.releaseName ?? metadata.name,
      inside(folder, source.path ?? '.'),
      '--namespace',
      spec.destination.namespace ?? 'default',
      '--kube-version',
      renderer.kubernetesVersion,
      '--include-crds',
      ...valueFiles.flatMap(file => ['--values', file]),
      ...(source.helm.parameters ?? []).flatMap(row => [
        '--set',
        `${row.name}=${row.value}`,
      ]),
      '--api-versions',
      renderer.kinds
        .list()
        .flatMap(kind => [
          apiVersionOf(kind),
          `${apiVersionOf(kind)}/${kind.kind}`,
        ])
        .join(','),
    ],
    { maxBuffer: LARGEST_OUTPUT },
  );
  return stdout;
}

async function kustomize({ kubectl }: Renderer, path: string): Promise<string> {
  const { stdout } = await run(kubectl, ['kustomize', path], {
    maxBuffer: LARGEST_OUTPUT,
  });
  return stdout;
}

/** What `argocd` would apply for an Application, from a checked-out repository. */
export async function renderApplication(
  renderer: Renderer,
  application: Application,
  folder: string,
): Promise<Manifest[]> {
  const source = sourceOf(application);
  return parseManifests(
    isHelm(source)
      ? await helmTemplate(renderer, application, source, folder)
      : await kustomize(renderer, inside(folder, source.path ?? '.')),
  );
}
