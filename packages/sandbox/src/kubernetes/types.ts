import type {
  IDeploymentSpec,
  IDeploymentStatus,
  IReplicaSetSpec,
  IReplicaSetStatus,
  IStatefulSetSpec,
  IStatefulSetStatus,
} from 'kubernetes-models/apps/v1';
import type {
  IContainer,
  IContainerStatus,
  IPersistentVolumeClaimSpec,
  IPersistentVolumeClaimStatus,
  IPod,
  IPodSpec,
  IPodStatus,
} from 'kubernetes-models/v1';

/**
 * What the sandbox itself always states, where Kubernetes leaves a field open.
 */
type With<T, Fields> = Omit<T, keyof Fields> & Fields;

export type Json =
  | string
  | number
  | boolean
  | null
  | undefined
  | Json[]
  | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

export type ObjectMetadata = With<
  NonNullable<IPod['metadata']>,
  { name: string }
>;

export type OwnerReference = NonNullable<
  ObjectMetadata['ownerReferences']
>[number];

export interface Condition {
  type: string;
  status: 'True' | 'False' | 'Unknown';
  reason?: string;
  message?: string;
  lastTransitionTime?: string;
  lastUpdateTime?: string;
  observedGeneration?: number;
}

/** What every object has; controllers narrow it to the fields they read. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMetadata;
  spec?: object;
  status?: object;
}

/** As rendered or posted: identity and bookkeeping fields are still missing. */
export type Manifest = KubernetesObject;

export type ContainerSpec = With<IContainer, { image: string }>;

export type PodSpec = With<
  IPodSpec,
  { containers: ContainerSpec[]; initContainers?: ContainerSpec[] }
>;

export interface PodTemplate {
  metadata?: Partial<ObjectMetadata>;
  spec: PodSpec;
}

export interface TerminatedState {
  exitCode: number;
  reason: string;
  message?: string;
  startedAt: string;
  finishedAt: string;
  containerID: string;
}

export interface ContainerState {
  waiting?: { reason: string; message?: string };
  running?: { startedAt: string };
  terminated?: TerminatedState;
}

export type ContainerStatus = With<
  IContainerStatus,
  { state: ContainerState; lastState: ContainerState }
>;

export type PodStatus = With<
  IPodStatus,
  {
    conditions: Condition[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  }
>;

export interface Pod extends KubernetesObject {
  spec: PodSpec;
  status?: PodStatus;
}

export interface Deployment extends KubernetesObject {
  spec: With<IDeploymentSpec, { template: PodTemplate }>;
  status?: With<IDeploymentStatus, { conditions?: Condition[] }>;
}

export interface ReplicaSet extends KubernetesObject {
  spec: With<IReplicaSetSpec, { replicas: number; template: PodTemplate }>;
  status?: IReplicaSetStatus;
}

export type ClaimSpec = IPersistentVolumeClaimSpec;

export interface StatefulSet extends KubernetesObject {
  spec: With<
    IStatefulSetSpec,
    {
      template: PodTemplate;
      volumeClaimTemplates?: Array<{
        metadata: ObjectMetadata;
        spec: ClaimSpec;
      }>;
    }
  >;
  status?: IStatefulSetStatus;
}

export interface PersistentVolumeClaim extends KubernetesObject {
  spec: ClaimSpec;
  status?: IPersistentVolumeClaimStatus;
}

export interface KubernetesEvent extends KubernetesObject {
  involvedObject: JsonObject;
  reason: string;
  message: string;
  type: 'Normal' | 'Warning';
  source: { component: string; host?: string };
  reportingComponent: string;
  reportingInstance: string;
  firstTimestamp: string;
  lastTimestamp: string;
  eventTime: null;
  count: number;
}

export interface KeyedData extends KubernetesObject {
  data?: Record<string, string>;
  type?: string;
}
