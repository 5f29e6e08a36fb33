import { specPath } from '@elsa-portal/backstage-plugin-elsa-common';
import type { ResolvedEnvironmentSpec } from '../sections/resolved';

/** What a file is for. @public */
export const FILE_PURPOSES = [
  'readme',
  'catalog',
  'techdocs',
  'runbook',
  'spec',
  'chart',
  'values',
  'rules',
  'secrets',
  'argocd',
  'manifests',
  'ci',
] as const;
/** @public */
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/** A file that will be generated, or a folder where the path ends in `/`. @public */
export interface PlannedFile {
  path: string;
  purpose: FilePurpose;
}

const CI_FILES = {
  github: ['.github/workflows/validate.yaml'],
  gitlab: ['.gitlab-ci.yml'],
  none: [],
};

function planPackaging(spec: ResolvedEnvironmentSpec): PlannedFile[] {
  const { name } = spec.metadata;
  if (spec.delivery.packaging === 'kustomize') {
    return [
      { path: 'k8s/base/', purpose: 'manifests' },
      { path: `k8s/overlays/${name}/`, purpose: 'manifests' },
    ];
  }
  return [
    { path: 'charts/elsa-workflows/', purpose: 'chart' },
    { path: `environments/${name}/values.yaml`, purpose: 'values' },
    { path: `environments/${name}/namespace`, purpose: 'values' },
  ];
}

/**
 * Lists what a deployment repository will hold for a spec, without generating
 * it: the chart and the manifests as folders, everything else by file.
 *
 * @public
 */
export function planFiles(spec: ResolvedEnvironmentSpec): PlannedFile[] {
  const { name } = spec.metadata;
  return [
    { path: 'README.md', purpose: 'readme' },
    { path: 'catalog-info.yaml', purpose: 'catalog' },
    { path: 'mkdocs.yml', purpose: 'techdocs' },
    { path: 'docs/', purpose: 'runbook' },
    { path: specPath(name), purpose: 'spec' },
    { path: `.elsa/data/${name}.yaml`, purpose: 'spec' },
    ...planPackaging(spec),
    ...(spec.monitoring.enabled
      ? [
          {
            path: `environments/${name}/rules.test.yaml`,
            purpose: 'rules' as const,
          },
        ]
      : []),
    ...(spec.delivery.argocd.enabled
      ? [{ path: `argocd/${name}.yaml`, purpose: 'argocd' as const }]
      : []),
    ...CI_FILES[spec.delivery.ci].map(path => ({
      path,
      purpose: 'ci' as const,
    })),
  ];
}
