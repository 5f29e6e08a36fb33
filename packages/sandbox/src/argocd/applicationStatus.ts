import { worstHealth } from '@elsa-portal/backstage-plugin-elsa-common/health';
import { timestamp } from '../clock';
import type { Manifest, PodTemplate } from '../kubernetes/types';
import type { Target } from './target';
import type { Application, ResourceStatus } from './types';

const KEPT_HISTORY = 10;

/** A sync that runs or has ended. */
export interface Operation {
  phase: 'Running' | 'Succeeded';
  message: string;
  startedAt: string;
  finishedAt?: string;
}

interface Report {
  target: Target;
  resources: ResourceStatus[];
  /** What was reported last. */
  before: Application['status'];
  operation: Operation | undefined;
  now: number;
}

type Status = NonNullable<Application['status']>;

function sourceOf({ target }: Report) {
  const { spec } = target.application;
  return spec.source ?? spec.sources?.[0];
}

function syncStatus(report: Report): Status['sync'] {
  const { target, resources } = report;
  const isSynced = resources.every(row => row.status === 'Synced');
  const comparison = isSynced ? 'Synced' : 'OutOfSync';
  return {
    status: target.error ? 'Unknown' : comparison,
    revision: target.revision,
    comparedTo: {
      source: sourceOf(report),
      destination: target.application.spec.destination,
    },
  };
}

function healthStatus({ resources, before, now }: Report): Status['health'] {
  const present = resources.flatMap(row => {
    const status = row.health?.status;
    return status && status !== 'Missing' ? [status] : [];
  });
  const status = present.length === 0 ? 'Missing' : worstHealth(present);
  return {
    status,
    lastTransitionTime:
      before?.health?.status === status
        ? before.health.lastTransitionTime
        : timestamp(now),
  };
}

function operationState(report: Report): Status['operationState'] {
  const { target, operation, before } = report;
  if (!operation) return before?.operationState;
  const { revision } = target;
  return {
    ...operation,
    operation: { initiatedBy: { automated: true }, sync: { revision } },
    syncResult: { revision, source: sourceOf(report) },
  };
}

function conditions({ target, before, now }: Report): Status['conditions'] {
  if (!target.error) return [];
  return [
    {
      type: 'ComparisonError',
      message: target.error,
      lastTransitionTime:
        before?.conditions?.[0]?.lastTransitionTime ?? timestamp(now),
    },
  ];
}

function history(report: Report): Status['history'] {
  const { target, operation, before } = report;
  const past = before?.history ?? [];
  if (operation?.phase !== 'Succeeded') return past;
  return [
    ...past,
    {
      id: past.length,
      revision: target.revision,
      deployedAt: operation.finishedAt,
      deployStartedAt: operation.startedAt,
      source: sourceOf(report),
    },
  ].slice(-KEPT_HISTORY);
}

function imagesOf(manifests: Manifest[]): string[] {
  const images = manifests.flatMap(manifest => {
    const { template } = (manifest.spec ?? {}) as { template?: PodTemplate };
    return (template?.spec?.containers ?? []).map(row => row.image);
  });
  return [...new Set(images)].sort();
}

/** What Argo CD reports of an Application. */
export function applicationStatus(report: Report): Status {
  const { target, resources, before, now } = report;
  return {
    sync: syncStatus(report),
    health: healthStatus(report),
    operationState: operationState(report),
    resources,
    conditions: conditions(report),
    history: history(report),
    sourceType: sourceOf(report)?.helm ? 'Helm' : 'Kustomize',
    reconciledAt: before?.reconciledAt ?? timestamp(now),
    summary: { images: imagesOf(target.manifests) },
  };
}
