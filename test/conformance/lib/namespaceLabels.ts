import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseManifests } from './kubernetesObject';
import { node } from './nodes';

/** What a namespace carries when something is installed into it; undefined where it does not exist. */
export interface Installation {
  program: string;
  labels: Record<string, unknown> | undefined;
}

/**
 * Follows calls of kubectl and helm as a cluster would, and notes the labels
 * that the namespace has each time that something goes into it. A namespace
 * that `helm --create-namespace` makes has none.
 */
export async function installations(
  folder: string,
  namespace: string,
  calls: readonly string[][],
): Promise<Installation[]> {
  let labels: Record<string, unknown> | undefined;
  const found: Installation[] = [];
  for (const [program, ...args] of calls) {
    const words = args.join(' ');
    if (words.startsWith(`create namespace ${namespace} `)) {
      labels = { ...labels };
    } else if (words.startsWith(`label namespace ${namespace} `) && labels) {
      labels = { ...labels, ...statedLabels(args) };
    } else if (program === 'helm' || words.includes('--kustomize')) {
      if (args.includes('--create-namespace')) labels ??= {};
      found.push({ program, labels });
    } else if (words.startsWith('create secret ')) {
      found.push({ program, labels });
    } else if (/--filename argocd\//.test(words)) {
      labels = await labelsByArgoCd(folder, args[args.length - 1], labels);
      found.push({ program: 'argocd', labels });
    }
  }
  return found;
}

function statedLabels(args: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    args
      .filter(argument => argument.includes('='))
      .map(argument => argument.split('=', 2)),
  );
}

/** Argo CD makes the namespace when it is told to, and labels it either way. */
async function labelsByArgoCd(
  folder: string,
  file: string,
  labels: Record<string, unknown> | undefined,
): Promise<Record<string, unknown> | undefined> {
  const objects = parseManifests(await readFile(join(folder, file), 'utf8'));
  const application = objects.find(({ kind }) => kind === 'Application');
  const policy = node(node(application?.spec).syncPolicy);
  const creates =
    Array.isArray(policy.syncOptions) &&
    policy.syncOptions.includes('CreateNamespace=true');
  return creates
    ? { ...labels, ...node(node(policy.managedNamespaceMetadata).labels) }
    : labels;
}
