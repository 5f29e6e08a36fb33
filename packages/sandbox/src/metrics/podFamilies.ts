import { parseQuantity } from '../controllers/quantities';
import type { Cluster } from '../kubernetes/cluster';
import type { ContainerSpec, ContainerStatus, Pod } from '../kubernetes/types';
import { counter, type Family, gauge, type Labels } from './families';
import { type LabelsOf, listed, type Rows } from './objects';

interface Container {
  labels: Labels;
  status: ContainerStatus;
  spec: ContainerSpec | undefined;
}

function containersOf(pods: Pod[], labelsOf: LabelsOf): Container[] {
  return pods.flatMap(pod =>
    (pod.status?.containerStatuses ?? []).map(status => ({
      labels: {
        ...labelsOf(pod),
        pod: pod.metadata.name,
        container: status.name,
        uid: pod.metadata.uid ?? '',
      },
      status,
      spec: pod.spec.containers.find(row => row.name === status.name),
    })),
  );
}

function phases(pods: Pod[], labelsOf: LabelsOf): Rows {
  return pods.flatMap(pod =>
    ['Pending', 'Running', 'Succeeded', 'Failed', 'Unknown'].map(
      (phase): Rows[number] => [
        { ...labelsOf(pod), pod: pod.metadata.name, phase },
        Number(pod.status?.phase === phase),
      ],
    ),
  );
}

/** A row for each container that has the state, by its reason. */
function reasons(
  containers: Container[],
  read: (status: ContainerStatus) => { reason: string } | undefined,
): Rows {
  return containers.flatMap(({ labels, status }): Rows => {
    const state = read(status);
    return state ? [[{ ...labels, reason: state.reason }, 1]] : [];
  });
}

function resources(
  containers: Container[],
  field: 'limits' | 'requests',
): Rows {
  return containers.flatMap(({ labels, spec }) =>
    Object.entries(spec?.resources?.[field] ?? {}).map(
      ([resource, quantity]): Rows[number] => [
        { ...labels, resource, unit: resource === 'cpu' ? 'core' : 'byte' },
        parseQuantity(quantity) ?? 0,
      ],
    ),
  );
}

/** What kube-state-metrics says of pods. */
export function podFamilies(cluster: Cluster, labelsOf: LabelsOf): Family[] {
  const pods = listed<Pod>(cluster, 'v1', 'Pod');
  const containers = containersOf(pods, labelsOf);
  const container = 'kube_pod_container';
  return [
    gauge('kube_pod_status_phase', phases(pods, labelsOf)),
    counter(
      `${container}_status_restarts_total`,
      containers.map(({ labels, status }) => [labels, status.restartCount]),
    ),
    gauge(
      `${container}_status_waiting_reason`,
      reasons(containers, status => status.state.waiting),
    ),
    gauge(
      `${container}_status_last_terminated_reason`,
      reasons(containers, status => status.lastState.terminated),
    ),
    gauge(`${container}_resource_limits`, resources(containers, 'limits')),
    gauge(`${container}_resource_requests`, resources(containers, 'requests')),
  ];
}
