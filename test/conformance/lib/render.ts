import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { GeneratedFile } from '@elsa-portal/backstage-plugin-elsa-node';
import { execTool } from './helm';

export const HELM_MAJORS = ['HELM4', 'HELM3'] as const;
export type HelmMajor = (typeof HELM_MAJORS)[number];

async function writeFiles(folder: string, files: readonly GeneratedFile[]) {
  for (const file of files) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, file.content);
  }
}

/** A temporary folder with these files; the caller removes it. */
export async function makeFolder(
  files: readonly GeneratedFile[],
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'elsa-conformance-'));
  await writeFiles(folder, files);
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Writes generated files to a temporary folder for as long as `use` runs. */
export async function withFiles<T>(
  files: readonly GeneratedFile[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const { folder, remove } = await makeFolder(files);
  try {
    return await use(folder);
  } finally {
    await remove();
  }
}

/** A chart and values, and the release that they become. */
export interface Release {
  name: string;
  namespace: string;
  /** Kubernetes minor, such as 1.36. */
  kubernetesVersion: string;
  /** Folder of the chart. */
  chart: string;
  /** File of the values. */
  values: string;
}

export function releaseOf(
  spec: ResolvedEnvironmentSpec,
  chart: string,
  values: string,
): Release {
  return {
    name: spec.metadata.name,
    namespace: spec.target.namespace,
    kubernetesVersion: spec.target.kubernetesVersion,
    chart,
    values,
  };
}

const commonArguments = (release: Release) => [
  ...['--namespace', release.namespace, '--values', release.values],
  ...['--kube-version', `${release.kubernetesVersion}.0`],
];

/** Renders as Helm and Argo CD do; Argo CD leaves the test pods out. */
export function helmTemplate(
  helm: HelmMajor,
  release: Release,
): Promise<string> {
  return execTool(helm, [
    ...['template', release.name, release.chart],
    ...commonArguments(release),
  ]);
}

export function helmLint(helm: HelmMajor, release: Release): Promise<string> {
  return execTool(helm, [
    ...['lint', release.chart, '--strict'],
    ...commonArguments(release),
  ]);
}
