import type { Cluster } from './cluster';
import type { KubernetesObject } from './types';

const ZONES = ['a', 'b', 'c'];
const NAMESPACES = [
  'default',
  'kube-system',
  'argocd',
  'cert-manager',
  'external-secrets',
  'gateway',
  'monitoring',
];

function node(cluster: Cluster, zone: string): KubernetesObject {
  const name = `${cluster.name}-worker-${zone}`;
  const capacity = {
    cpu: '16',
    memory: '65842Mi',
    pods: '110',
    'ephemeral-storage': '104845292Ki',
  };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': 'amd64',
        'topology.kubernetes.io/region': 'eu-central-1',
        'topology.kubernetes.io/zone': `eu-central-1${zone}`,
      },
    },
    spec: { providerID: `sandbox:///${name}` },
    status: {
      capacity,
      allocatable: capacity,
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          message: 'kubelet is posting ready status',
        },
      ],
      nodeInfo: {
        kubeletVersion: `v${cluster.kubernetesVersion}`,
        containerRuntimeVersion: 'containerd://2.1.4',
        osImage: 'Debian GNU/Linux 13 (trixie)',
        operatingSystem: 'linux',
        architecture: 'amd64',
      },
    },
  };
}

export function namespace(
  name: string,
  labels: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      labels: { 'kubernetes.io/metadata.name': name, ...labels },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

/** What a platform team has put into a cluster before anybody deploys to it. */
export function furnish(cluster: Cluster): void {
  const ready = {
    conditions: [{ type: 'Ready', status: 'True', reason: 'Valid' }],
  };
  const objects: KubernetesObject[] = [
    ...ZONES.map(zone => node(cluster, zone)),
    ...NAMESPACES.map(name => namespace(name)),
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name: 'gp3',
        annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
      },
      ...{
        provisioner: 'ebs.csi.aws.com',
        reclaimPolicy: 'Delete',
        volumeBindingMode: 'WaitForFirstConsumer',
        allowVolumeExpansion: true,
      },
    },
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: 'letsencrypt' },
      spec: {
        acme: { server: 'https://acme-v02.api.letsencrypt.org/directory' },
      },
      status: ready,
    },
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterSecretStore',
      metadata: { name: 'platform' },
      spec: { provider: {} },
      status: ready,
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'GatewayClass',
      metadata: { name: 'envoy' },
      spec: {
        controllerName: 'gateway.envoyproxy.io/gatewayclass-controller',
      },
      status: {
        conditions: [{ type: 'Accepted', status: 'True', reason: 'Accepted' }],
      },
    },
    {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'public', namespace: 'gateway' },
      spec: {
        gatewayClassName: 'envoy',
        listeners: [{ name: 'https', port: 443, protocol: 'HTTPS' }],
      },
    },
  ];
  objects.forEach(object => cluster.store.put(object));
}
