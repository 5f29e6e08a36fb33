import { InputError } from '@backstage/errors';
import type {
  KubernetesObject,
  RenderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { findHelm, runHelm } from '../verify/helm';
import { writeFile } from '../workspace/folders';

/** Renders an environment with the real Helm, for packaging without a chart. */
export async function renderObjects(options: {
  input: RenderInput;
  helmPath?: string;
  /** Empty folder for the chart and for Helm itself. */
  folder: string;
  signal?: AbortSignal;
}): Promise<KubernetesObject[]> {
  const { input, folder } = options;
  const helm = await findHelm(options.helmPath);
  if (!helm) {
    throw new InputError(
      'delivery.packaging is kustomize, which is built from what Helm renders, but this portal has no Helm. Set elsa.scaffolder.helmPath, or choose packaging helm',
    );
  }
  const chart = path.join(folder, 'chart');
  for (const file of input.chart) {
    await writeFile(chart, file);
  }
  const values = path.join(folder, 'values.yaml');
  await fs.writeFile(values, input.valuesFile);
  const result = await runHelm({
    helm,
    args: [
      'template',
      input.releaseName,
      chart,
      '--namespace',
      input.namespace,
      '--kube-version',
      input.kubernetesVersion,
      '--values',
      values,
    ],
    cwd: folder,
    homeFolder: folder,
    signal: options.signal,
  });
  if (!result.isSuccess) {
    throw new InputError(`helm template failed: ${result.stderr.trim()}`);
  }
  return parseAllDocuments(result.stdout)
    .map(document => document.toJS() as KubernetesObject | null)
    .filter(object => object !== null);
}
