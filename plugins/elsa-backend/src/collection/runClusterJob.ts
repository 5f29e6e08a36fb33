import type { SourceState } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { createPartMask, type Mask } from '../credentials';
import type { SeenEnvironment } from '../store';
import type { OwnDelay } from '../sources/http';
import {
  deliveriesTo,
  findApplications,
  type Hub,
} from '../sources/argocd/applications';
import { chooseApplication } from '../sources/argocd/chooseApplication';
import { judgeEnvironments } from './claims/judgeEnvironments';
import type {
  ClusterJob,
  ClusterReaderConfig,
  ClusterResult,
  JobEnvironment,
} from './ClusterJob';
import type { ClusterReading } from '../sources/kubernetes/ClusterReading';
import {
  discoverKinds,
  type ServedKind,
} from '../sources/kubernetes/discoverKinds';
import {
  type EvaluateEnvironment,
  evaluateCluster,
  type Judged,
} from './evaluation';
import { type EnvironmentGroup, groupObjects } from './groupObjects';
import {
  createClusterApi,
  type ClusterApiAccess,
} from '../sources/kubernetes/KubernetesClient';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';
import { readCluster } from '../sources/kubernetes/readCluster';

export interface RunClusterJobOptions extends ClusterReaderConfig {
  access: ClusterApiAccess;
  evaluate: EvaluateEnvironment;
  delay?: OwnDelay;
  now?: () => number;
}

/** Reads a cluster and judges the environments in it. */
export async function runClusterJob(
  job: ClusterJob,
  options: RunClusterJobOptions,
  signal: AbortSignal,
): Promise<ClusterResult> {
  const { limits, names } = options;
  const calls: Partial<Record<SourceState, number>> = {};
  const client = createClusterApi({
    access: options.access,
    limits,
    delay: options.delay,
    secrets: options.secrets,
    onCall: state => {
      calls[state] = (calls[state] ?? 0) + 1;
    },
  });
  let kinds: ServedKind[] | undefined = job.kinds;
  const [only] = job.environments;
  const partOf = `${names.partOfLabel}=${names.partOfValue}`;
  const reading = await readCluster({
    client,
    cluster: job.cluster,
    paused: job.pausedKinds,
    discover: async (limited, inner) => {
      kinds ??= await discoverKinds(limited, job.cluster, inner);
      return kinds;
    },
    labelSelector: job.isSingle
      ? `${partOf},${names.instanceLabel}=${only.name}`
      : partOf,
    namespace: job.isSingle ? only.namespace : undefined,
    limits,
    delay: options.delay,
    signal,
  });
  const { state, message, retryAfterMs, pauses, objects } = reading;
  return {
    cluster: job.cluster,
    state,
    message,
    retryAfterMs,
    pauses,
    ...(objects && { found: judge(job, reading, objects, options) }),
    kinds,
    calls,
  };
}

type Evaluated = Pick<
  JobEnvironment,
  'name' | 'expectedComponents' | 'describedParts' | 'usedKinds'
>;

function judge(
  job: ClusterJob,
  reading: ClusterReading,
  objects: readonly KubernetesObject[],
  options: RunClusterJobOptions,
): NonNullable<ClusterResult['found']> {
  const { names } = options;
  const mask = createPartMask([...options.secrets, options.access.token]);
  const applications = findApplications(objects, names.instanceLabel);
  const groups = groupObjects(objects, names);
  const evaluate = (
    environment: Evaluated,
    group: readonly KubernetesObject[],
  ) =>
    evaluateCluster(options.evaluate, {
      environment: { ...environment, cluster: job.cluster },
      objects: group,
      reading,
      nowMs: (options.now ?? Date.now)(),
      ownerAnnotation: names.ownerAnnotation,
      notReadyAfterMs: options.limits.notReadyAfterMs,
    });
  const { registered, ...judged } = judgeEnvironments(job, {
    groups,
    evaluate,
    argoCdOf: applicationChooser({ hub: job.cluster, applications }, options),
    ownerAnnotation: names.ownerAnnotation,
    mask,
  });
  for (const key of registered) {
    groups.delete(key);
  }
  // Environments that nobody registered are found by their servers.
  const isWhole = reading.unread.every(
    ({ kind }) => !kind.decides.includes('server'),
  );
  return {
    ...judged,
    ...(isWhole &&
      !job.isSingle && {
        unregistered: [...groups.values()].map(group =>
          describeUnregistered(group, evaluate, mask),
        ),
      }),
    ...(isRead(reading, 'Application') && { applications }),
  };
}

/** Chooses among Applications of its own cluster and of others. */
function applicationChooser(
  own: Hub,
  options: Pick<ClusterReaderConfig, 'destinations' | 'argoCdNamespace'>,
) {
  const { destinations, argoCdNamespace } = options;
  return (environment: JobEnvironment, objects: readonly KubernetesObject[]) =>
    chooseApplication(
      [
        ...deliveriesTo(environment, own.hub, [own], destinations),
        ...(environment.deliveries ?? []),
      ],
      { environment: environment.name, objects, argoCdNamespace },
    );
}

function describeUnregistered(
  { placement, objects }: EnvironmentGroup,
  evaluate: (
    environment: Evaluated,
    objects: readonly KubernetesObject[],
  ) => Judged,
  mask: Mask,
): SeenEnvironment {
  const {
    part: { health, clusterOwner, securityFindings = [] },
  } = evaluate({ name: placement.environment }, objects);
  const findings = securityFindings.map(finding => ({
    ...finding,
    image: mask(finding.image),
  }));
  return {
    name: placement.environment,
    namespace: placement.namespace,
    clusterOwner: clusterOwner && mask(clusterOwner),
    health: health.status,
    ...(findings.length > 0 && { securityFindings: findings }),
  };
}

function isRead({ unread }: ClusterReading, kind: string): boolean {
  return !unread.some(item => item.kind.kind === kind);
}
