import { WORKLOADS } from '@elsa-portal/backstage-plugin-elsa-spec';
import { podSecurityLabels } from './namespace';
import type { Environment, KubernetesObject, Spec } from '../files/types';

/** Folder that Argo CD renders. */
function sourcePath(spec: Spec): string {
  return spec.delivery.packaging === 'kustomize'
    ? `k8s/overlays/${spec.metadata.name}`
    : 'charts/elsa-workflows';
}

/** What may go where: this repository, this namespace, nothing that belongs to the cluster. */
export function appProject(environment: Environment): KubernetesObject {
  const { spec } = environment;
  const { argocd, repository } = spec.delivery;
  const { namespace } = spec.target;
  const namespaces = new Set([
    namespace,
    ...(spec.backup.velero.enabled ? [spec.backup.velero.namespace] : []),
    // Istio's gateway reads certificates of its own namespace only.
    ...(hasCertificateBesideGateway(environment)
      ? [spec.mesh.istio.gatewayNamespace]
      : []),
  ]);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: argocd.project,
      namespace: argocd.namespace,
      labels: labels(spec),
      annotations: annotations(spec),
    },
    spec: {
      description: `Elsa Workflows environment ${spec.metadata.name}`,
      sourceRepos: repository.url ? [repository.url] : [],
      destinations: [...namespaces].map(item => ({
        ...argocd.destination,
        namespace: item,
      })),
      // Argo CD creates the namespace, and asks the project whether it may. A
      // name here is an unknown field to Argo CD before 3.3.
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace' },
        ...(spec.storage.createStorageClass
          ? [{ group: 'storage.k8s.io', kind: 'StorageClass' }]
          : []),
        ...(spec.storage.createVolumeSnapshotClass
          ? [{ group: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshotClass' }]
          : []),
      ],
      // Whoever can write these could raise the limits or read the secrets of others.
      namespaceResourceBlacklist: [
        ...(spec.security.resourceQuota.enabled
          ? []
          : [{ group: '', kind: 'ResourceQuota' }]),
        { group: 'argoproj.io', kind: 'Application' },
        { group: 'argoproj.io', kind: 'ApplicationSet' },
        { group: 'argoproj.io', kind: 'AppProject' },
      ],
    },
  };
}

function hasCertificateBesideGateway({
  spec: { exposure },
  profiles,
}: Environment): boolean {
  return (
    profiles.exposure.isCertificateBesideProxy &&
    exposure.tls.enabled &&
    exposure.tls.source === 'cert-manager'
  );
}

export function application(spec: Spec): KubernetesObject {
  const { argocd, repository, packaging } = spec.delivery;
  const { name } = spec.metadata;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name,
      namespace: argocd.namespace,
      labels: labels(spec),
      annotations: annotations(spec),
      // Without the finalizer, deleting the Application keeps production's data.
      ...(spec.preset !== 'production' && {
        finalizers: ['resources-finalizer.argocd.argoproj.io'],
      }),
    },
    spec: {
      project: argocd.project,
      source: {
        repoURL: repository.url,
        targetRevision: repository.branch,
        path: sourcePath(spec),
        ...(packaging === 'helm' && {
          helm: {
            releaseName: name,
            valueFiles: [`../../environments/${name}/values.yaml`],
          },
        }),
      },
      destination: {
        ...argocd.destination,
        namespace: spec.target.namespace,
      },
      syncPolicy: {
        // Absent means by hand. `enabled: false` is an unknown field to Argo CD
        // 3.0, which would sync by itself.
        ...(argocd.automated && {
          automated: { prune: true, selfHeal: true, allowEmpty: false },
        }),
        retry: {
          limit: 5,
          backoff: { duration: '10s', factor: 2, maxDuration: '5m' },
        },
        syncOptions: [
          'CreateNamespace=true',
          'ServerSideApply=true',
          'RespectIgnoreDifferences=true',
          'PruneLast=true',
          'ApplyOutOfSyncOnly=true',
          'FailOnSharedResource=true',
        ],
        managedNamespaceMetadata: { labels: podSecurityLabels(spec) },
      },
      ...(ignoredReplicas(spec).length > 0 && {
        ignoreDifferences: ignoredReplicas(spec),
      }),
    },
  };
}

/** An autoscaler owns the number of replicas, Argo CD must not set it back. */
function ignoredReplicas(spec: Spec) {
  const { name } = spec.metadata;
  return WORKLOADS.filter(part => spec[part].autoscaling.enabled).map(part => ({
    group: 'apps',
    kind: 'Deployment',
    name: `${name}-${part}`,
    jsonPointers: ['/spec/replicas'],
  }));
}

function labels(spec: Spec): Record<string, string> {
  return {
    'app.kubernetes.io/name': spec.metadata.name,
    'app.kubernetes.io/instance': spec.metadata.name,
    'app.kubernetes.io/part-of': 'elsa-workflows',
  };
}

function annotations(spec: Spec): Record<string, string> {
  return {
    'elsa-portal.io/environment': spec.metadata.name,
    'elsa-portal.io/owner': spec.owner,
    'elsa-portal.io/host-profile': spec.host.profile,
  };
}
