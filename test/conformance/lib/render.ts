import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-common';
import type { GeneratedFile } from '@elsa-portal/backstage-plugin-elsa-node';
import { execTool } from './helm';
import { type KubernetesObject, parseManifests } from './kubernetesObject';

export type HelmMajor = 'HELM3' | 'HELM4';

/** Writes generated files to a temporary folder for as long as `use` runs. */
export async function withFiles<T>(
  files: readonly GeneratedFile[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'elsa-conformance-'));
  try {
    for (const file of files) {
      const path = join(folder, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.content);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Chart and values as `helm` and Argo CD get them. */
export function helmArguments(spec: ResolvedEnvironmentSpec): {
  chart: string;
  values: string;
} {
  return {
    chart: 'charts/elsa-workflows',
    values: `environments/${spec.metadata.name}/values.yaml`,
  };
}

export function helmTemplate(
  helm: HelmMajor,
  folder: string,
  spec: ResolvedEnvironmentSpec,
): Promise<string> {
  const { chart, values } = helmArguments(spec);
  return execTool(
    helm,
    [
      ...['template', spec.metadata.name, chart],
      ...['--namespace', spec.target.namespace, '--values', values],
      ...['--kube-version', `${spec.target.kubernetesVersion}.0`],
    ],
    { cwd: folder },
  );
}

export function helmLint(
  helm: HelmMajor,
  folder: string,
  spec: ResolvedEnvironmentSpec,
): Promise<string> {
  const { chart, values } = helmArguments(spec);
  return execTool(
    helm,
    [
      ...['lint', chart, '--strict', '--values', values],
      ...['--namespace', spec.target.namespace],
      ...['--kube-version', `${spec.target.kubernetesVersion}.0`],
    ],
    { cwd: folder },
  );
}

export function renderedObjects(manifests: string): KubernetesObject[] {
  return parseManifests(manifests);
}
