import { InputError } from '@backstage/errors';
import type { GeneratedFile, KubernetesObject, Spec } from '../files/types';
import { toYaml } from '../files/yaml';

const KUSTOMIZATION = {
  apiVersion: 'kustomize.config.k8s.io/v1beta1',
  kind: 'Kustomization',
};

/** Folder of each component, as in the guide's layout. */
const FOLDERS: Record<string, string> = {
  server: 'elsa-server',
  studio: 'elsa-studio',
  exposure: 'ingress',
};

/**
 * The rendered objects as plain manifests: `k8s/base/<environment>` is written
 * anew each time, `k8s/overlays/<environment>` is the place for own patches.
 */
export function kustomizeFiles(
  spec: Spec,
  rendered: KubernetesObject[],
  existing: GeneratedFile[] = [],
): GeneratedFile[] {
  const { name } = spec.metadata;
  const base = `k8s/base/${name}`;
  const overlay = `k8s/overlays/${name}/kustomization.yaml`;
  const objects = rendered.filter(object => !isTest(object));
  const files = objects.map(object => ({
    path: fileName(object),
    content: toYaml(object),
  }));
  const seen = new Set<string>();
  for (const { path } of files) {
    if (seen.has(path)) {
      throw new InputError(
        `Two rendered objects would both be written to ${base}/${path}; their kind and name are the same`,
      );
    }
    seen.add(path);
  }
  return [
    ...files.map(({ path, content }) => ({
      path: `${base}/${path}`,
      content,
    })),
    {
      path: `${base}/kustomization.yaml`,
      content: toYaml(
        { ...KUSTOMIZATION, resources: [...seen].sort() },
        `Made from .elsa/${name}.yaml; changes belong into k8s/overlays/${name}.`,
      ),
    },
    {
      path: overlay,
      content:
        existing.find(file => file.path === overlay)?.content ??
        toYaml(
          { ...KUSTOMIZATION, resources: [`../../base/${name}`] },
          `Place for patches of ${name}; generating again leaves them alone.`,
        ),
    },
  ];
}

function isTest({ metadata }: KubernetesObject): boolean {
  return /(^|,)\s*test\s*(,|$)/.test(
    metadata.annotations?.['helm.sh/hook'] ?? '',
  );
}

function fileName({ kind, metadata }: KubernetesObject): string {
  const component = metadata.labels?.['app.kubernetes.io/component'] ?? 'other';
  const folder = FOLDERS[component] ?? component;
  return `${folder}/${kind.toLowerCase()}-${metadata.name}.yaml`;
}
