import { ApiError } from './client.mjs';

const NODE = 'node-1';
const DRIVER = 'test.elsa-portal.io';

/** The class in which volumes can grow, the default, and one in which they cannot. */
const CLASSES = [
  { name: 'standard', allowVolumeExpansion: true, isDefault: true },
  { name: 'fixed', allowVolumeExpansion: false, isDefault: false },
];

async function register(client) {
  const resources = {
    cpu: '64',
    memory: '256Gi',
    pods: '500',
    'ephemeral-storage': '500Gi',
  };
  await client.post('/api/v1/nodes', {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: NODE,
      labels: {
        'kubernetes.io/hostname': NODE,
        'topology.kubernetes.io/zone': 'zone-1',
      },
    },
  });
  await client.merge(`/api/v1/nodes/${NODE}/status`, {
    status: {
      capacity: resources,
      allocatable: resources,
      conditions: [
        {
          type: 'Ready',
          status: 'True',
          reason: 'KubeletReady',
          lastHeartbeatTime: new Date().toISOString(),
          lastTransitionTime: new Date().toISOString(),
        },
      ],
    },
  });
  // Admission taints every new node, and here no controller takes that away.
  await client.merge(`/api/v1/nodes/${NODE}`, { spec: { taints: null } });
  for (const { name, allowVolumeExpansion, isDefault } of CLASSES) {
    await client.post('/apis/storage.k8s.io/v1/storageclasses', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: {
        name,
        annotations: {
          'storageclass.kubernetes.io/is-default-class': String(isDefault),
        },
      },
      provisioner: DRIVER,
      reclaimPolicy: 'Delete',
      allowVolumeExpansion,
      volumeBindingMode: 'WaitForFirstConsumer',
    });
  }
}

/** Jobs' pods end well at once; all others run and are ready. */
async function runPod(client, pod) {
  const { name, namespace, deletionTimestamp, ownerReferences } = pod.metadata;
  const path = `/api/v1/namespaces/${namespace}/pods/${name}`;
  if (deletionTimestamp) {
    await client.delete(path, { gracePeriodSeconds: 0 });
    return;
  }
  const isJob =
    ownerReferences?.[0]?.kind === 'Job' || pod.spec.restartPolicy === 'Never';
  const phase = isJob ? 'Succeeded' : 'Running';
  if (!pod.spec.nodeName || pod.status?.phase === phase) return;
  const now = new Date().toISOString();
  await client.merge(`${path}/status`, {
    status: {
      phase,
      startTime: now,
      conditions: ['Initialized', 'ContainersReady', 'Ready'].map(type => ({
        type,
        status: isJob && type !== 'Initialized' ? 'False' : 'True',
        lastTransitionTime: now,
      })),
      containerStatuses: pod.spec.containers.map(container => ({
        name: container.name,
        image: container.image,
        imageID: container.image,
        ready: !isJob,
        restartCount: 0,
        state: isJob
          ? {
              terminated: {
                exitCode: 0,
                reason: 'Completed',
                startedAt: now,
                finishedAt: now,
              },
            }
          : { running: { startedAt: now } },
      })),
    },
  });
}

/** Makes the volume that the scheduler asks for, as a CSI driver's provisioner does. */
async function provision(client, claim) {
  const { name, namespace, uid, annotations } = claim.metadata;
  if (!annotations?.['volume.kubernetes.io/selected-node']) return;
  await client.post('/api/v1/persistentvolumes', {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: `pvc-${uid}`,
      annotations: { 'pv.kubernetes.io/provisioned-by': DRIVER },
    },
    spec: {
      capacity: claim.spec.resources.requests,
      accessModes: claim.spec.accessModes,
      storageClassName: claim.spec.storageClassName,
      persistentVolumeReclaimPolicy: 'Delete',
      csi: { driver: DRIVER, volumeHandle: uid },
      claimRef: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        name,
        namespace,
        uid,
      },
    },
  });
}

/** Enlarges volume and file system, as a CSI driver's resizer and the kubelet do. */
async function grow(client, claim) {
  const { requests } = claim.spec.resources;
  if (claim.status?.capacity?.storage === requests.storage) return;
  const { name, namespace } = claim.metadata;
  await client.merge(`/api/v1/persistentvolumes/${claim.spec.volumeName}`, {
    spec: { capacity: requests },
  });
  await client.merge(
    `/api/v1/namespaces/${namespace}/persistentvolumeclaims/${name}/status`,
    { status: { capacity: requests } },
  );
}

async function lookAfter(client) {
  const [pods, claims] = await Promise.all([
    client.get('/api/v1/pods'),
    client.get('/api/v1/persistentvolumeclaims'),
  ]);
  const work = [
    ...pods.items.map(pod => runPod(client, pod)),
    ...claims.items.map(claim =>
      claim.status?.phase === 'Bound'
        ? grow(client, claim)
        : provision(client, claim),
    ),
  ];
  for (const { status, reason } of await Promise.allSettled(work)) {
    // Someone else was faster; the next round sees what they left.
    const isOvertaken =
      reason instanceof ApiError && [404, 409].includes(reason.status);
    if (status === 'rejected' && !isOvertaken) throw reason;
  }
}

/**
 * One node: a kubelet that runs no containers and says that they run, and a
 * storage driver without storage that waits for the first consumer.
 *
 * @param {ReturnType<import('./client.mjs').createClient>} client
 */
export async function startNode(client) {
  await register(client);
  let isStopped = false;
  let timer;
  const round = async () => {
    try {
      await lookAfter(client);
    } catch (error) {
      if (!isStopped) process.stderr.write(`node: ${error.message}\n`);
    }
    if (!isStopped) timer = setTimeout(round, 300);
  };
  round();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
