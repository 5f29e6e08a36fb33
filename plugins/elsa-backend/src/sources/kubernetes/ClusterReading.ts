import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { CollectedKind } from './kinds';
import type { KubernetesObject } from './KubernetesObject';

/** A kind that could not be read this time, and why. */
export interface UnreadKind {
  kind: CollectedKind;
  state: SourceState;
  message: string;
}

/** What asked to be left alone. */
export interface AskedPause {
  /** Id of a kind; absent when it is the cluster. */
  kind?: string;
  retryAfterMs?: number;
}

/** What one cluster gave in one cycle. */
export interface ClusterReading {
  cluster: string;
  state: SourceState;
  message?: string;
  retryAfterMs?: number;
  /** Absent when the cluster as a whole could not be read. */
  objects?: KubernetesObject[];
  unread: UnreadKind[];
  pauses: AskedPause[];
}
