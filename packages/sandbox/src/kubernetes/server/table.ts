import type { KubernetesObject } from '../types';
import type { ListResult } from './list';

type Cell = string | number;
interface Column {
  name: string;
  type?: 'integer' | 'string';
  /** Shown by `-o wide` only. */
  isWide?: boolean;
  value: (object: KubernetesObject, now: number) => Cell;
}

function read(object: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[key];
  }, object);
}

function text(object: unknown, path: string, otherwise = '<none>'): string {
  const value = read(object, path);
  return value === undefined || value === null || value === ''
    ? otherwise
    : String(value);
}

function list<T>(object: unknown, path: string): T[] {
  const value = read(object, path);
  return Array.isArray(value) ? value : [];
}

/** As kubectl and the API server write durations: 45s, 12m, 3h10m, 5d. */
function age(since: string | undefined, now: number): string {
  if (!since) return '<unknown>';
  if (Number.isNaN(Date.parse(since))) return since;
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1_000));
  if (seconds < 120) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 180) return `${minutes}m`;
  const hours = Math.floor(minutes / 60);
  if (hours < 8) return `${hours}h${minutes % 60 ? `${minutes % 60}m` : ''}`;
  if (hours < 48) return `${hours}h`;
  return `${Math.floor(hours / 24)}d`;
}

function column(name: string, path: string, otherwise?: string): Column {
  return { name, value: object => text(object, path, otherwise) };
}

function number(name: string, path: string): Column {
  return {
    name,
    type: 'integer',
    value: object => Number(read(object, path) ?? 0),
  };
}

function condition(name: string, type: string): Column {
  return {
    name,
    value: object =>
      list<{ type: string; status: string }>(object, 'status.conditions').find(
        row => row.type === type,
      )?.status ?? '',
  };
}

function ratio(name: string, part: string, whole: string): Column {
  return {
    name,
    value: object => `${read(object, part) ?? 0}/${read(object, whole) ?? 0}`,
  };
}

interface ContainerRow {
  ready: boolean;
  restartCount: number;
  state?: Record<string, { reason?: string; exitCode?: number }>;
}

function podStatusText(pod: KubernetesObject): string {
  if (pod.metadata.deletionTimestamp) return 'Terminating';
  const rows = list<ContainerRow>(pod, 'status.containerStatuses');
  const reason = rows
    .map(row => row.state?.waiting?.reason ?? row.state?.terminated?.reason)
    .find(Boolean);
  return reason ?? text(pod, 'status.phase');
}

const NAME = column('Name', 'metadata.name');
const AGE: Column = {
  name: 'Age',
  value: (object, now) => age(object.metadata.creationTimestamp, now),
};

/** What kubectl prints, for the kinds that people look at. */
const COLUMNS: Record<string, Column[]> = {
  Pod: [
    {
      name: 'Ready',
      value: pod => {
        const rows = list<ContainerRow>(pod, 'status.containerStatuses');
        return `${rows.filter(row => row.ready).length}/${
          list(pod, 'spec.containers').length
        }`;
      },
    },
    { name: 'Status', value: podStatusText },
    {
      name: 'Restarts',
      value: pod =>
        list<ContainerRow>(pod, 'status.containerStatuses').reduce(
          (sum, row) => sum + row.restartCount,
          0,
        ),
    },
    AGE,
    { ...column('IP', 'status.podIP'), isWide: true },
    { ...column('Node', 'spec.nodeName'), isWide: true },
  ],
  Deployment: [
    ratio('Ready', 'status.readyReplicas', 'spec.replicas'),
    number('Up-to-date', 'status.updatedReplicas'),
    number('Available', 'status.availableReplicas'),
    AGE,
  ],
  ReplicaSet: [
    number('Desired', 'spec.replicas'),
    number('Current', 'status.replicas'),
    number('Ready', 'status.readyReplicas'),
    AGE,
  ],
  StatefulSet: [ratio('Ready', 'status.readyReplicas', 'spec.replicas'), AGE],
  Service: [
    column('Type', 'spec.type', 'ClusterIP'),
    column('Cluster-IP', 'spec.clusterIP'),
    {
      name: 'Port(s)',
      value: service =>
        list<{ port: number; protocol?: string }>(service, 'spec.ports')
          .map(port => `${port.port}/${port.protocol ?? 'TCP'}`)
          .join(','),
    },
    AGE,
  ],
  HorizontalPodAutoscaler: [
    {
      name: 'Reference',
      value: hpa =>
        `${text(hpa, 'spec.scaleTargetRef.kind')}/${text(
          hpa,
          'spec.scaleTargetRef.name',
        )}`,
    },
    number('MinPods', 'spec.minReplicas'),
    number('MaxPods', 'spec.maxReplicas'),
    number('Replicas', 'status.currentReplicas'),
    AGE,
  ],
  PersistentVolumeClaim: [
    column('Status', 'status.phase'),
    column('Volume', 'spec.volumeName', ''),
    column('Capacity', 'status.capacity.storage', ''),
    column('StorageClass', 'spec.storageClassName', ''),
    AGE,
  ],
  Job: [
    column('Status', 'status.conditions.0.type', 'Running'),
    ratio('Completions', 'status.succeeded', 'spec.completions'),
    AGE,
  ],
  CronJob: [
    column('Schedule', 'spec.schedule'),
    column('Suspend', 'spec.suspend', 'False'),
    {
      name: 'Last Schedule',
      value: (cronJob, now) =>
        age(text(cronJob, 'status.lastScheduleTime'), now),
    },
    AGE,
  ],
  Event: [
    {
      name: 'Last Seen',
      value: (event, now) => age(text(event, 'lastTimestamp'), now),
    },
    column('Type', 'type'),
    column('Reason', 'reason'),
    {
      name: 'Object',
      value: event =>
        `${text(event, 'involvedObject.kind').toLocaleLowerCase(
          'en-US',
        )}/${text(event, 'involvedObject.name')}`,
    },
    column('Message', 'message'),
  ],
  Node: [
    {
      name: 'Status',
      value: node =>
        list<{ type: string; status: string }>(node, 'status.conditions').some(
          row => row.type === 'Ready' && row.status === 'True',
        )
          ? 'Ready'
          : 'NotReady',
    },
    column('Version', 'status.nodeInfo.kubeletVersion'),
    AGE,
  ],
  Namespace: [column('Status', 'status.phase'), AGE],
  Certificate: [
    condition('Ready', 'Ready'),
    column('Secret', 'spec.secretName'),
    AGE,
  ],
  ExternalSecret: [
    column('Store', 'spec.secretStoreRef.name'),
    column('Status', 'status.conditions.0.reason', ''),
    condition('Ready', 'Ready'),
  ],
  Application: [
    column('Sync Status', 'status.sync.status', ''),
    column('Health Status', 'status.health.status', ''),
  ],
};

function columnsOf(kind: string): Column[] {
  const rest = COLUMNS[kind] ?? [AGE];
  return kind === 'Event' ? rest : [NAME, ...rest];
}

/** The answer for `Accept: application/json;as=Table`, which kubectl asks for. */
export function toTable(
  kind: string,
  objects: KubernetesObject[],
  metadata: ListResult['metadata'] | object,
  now: number,
): object {
  const columns = columnsOf(kind);
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    columnDefinitions: columns.map(({ name, type, isWide }) => ({
      name,
      type: type ?? 'string',
      format: name === 'Name' ? 'name' : '',
      description: '',
      priority: isWide ? 1 : 0,
    })),
    rows: objects.map(object => ({
      cells: columns.map(({ value }) => value(object, now)),
      object: {
        kind: 'PartialObjectMetadata',
        apiVersion: 'meta.k8s.io/v1',
        metadata: object.metadata,
      },
    })),
  };
}

export function wantsTable(accept: string | undefined): boolean {
  return Boolean(accept?.includes('as=Table'));
}
