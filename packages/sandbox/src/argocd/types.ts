import type { Health } from './health';
import type {
  Condition,
  JsonObject,
  KubernetesObject,
} from '../kubernetes/types';

interface Source {
  repoURL: string;
  path?: string;
  targetRevision?: string;
  ref?: string;
  helm?: {
    releaseName?: string;
    valueFiles?: string[];
    values?: string;
    valuesObject?: JsonObject;
    parameters?: Array<{ name: string; value: string }>;
  };
}

export interface ResourceStatus {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  status: 'Synced' | 'OutOfSync';
  health?: Health;
  requiresPruning?: boolean;
}

export interface Application extends KubernetesObject {
  spec: {
    project?: string;
    destination: { name?: string; server?: string; namespace?: string };
    source?: Source;
    sources?: Source[];
    syncPolicy?: {
      automated?: { enabled?: boolean; prune?: boolean; selfHeal?: boolean };
      managedNamespaceMetadata?: {
        labels?: Record<string, string>;
        annotations?: Record<string, string>;
      };
    };
    ignoreDifferences?: Array<{
      group?: string;
      kind: string;
      name?: string;
      jsonPointers?: string[];
      jqPathExpressions?: string[];
    }>;
  };
  status?: {
    sync?: { status: string; revision?: string; comparedTo?: object };
    health?: { status: string; lastTransitionTime?: string };
    operationState?: {
      phase: string;
      message: string;
      startedAt: string;
      finishedAt?: string;
      operation: object;
      syncResult?: object;
    };
    resources?: ResourceStatus[];
    conditions?: Array<
      Pick<Condition, 'type' | 'message' | 'lastTransitionTime'>
    >;
    history?: object[];
    reconciledAt?: string;
    sourceType?: string;
    summary?: { images?: string[] };
  };
}
