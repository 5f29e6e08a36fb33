import {
  type EnvironmentEvaluation,
  type EnvironmentInput,
  type UsedKinds,
  WORKLOAD_KINDS,
} from '@elsa-portal/backstage-plugin-elsa-common/health';
import { toError } from '@backstage/errors';
import {
  type CatalogEnvironment,
  type ClusterPart,
  type PlacementRecord,
} from '../model';
import { PROMETHEUS_RULE } from '../sources/kubernetes/kinds';
import { definedSlosOf } from './definedSlos';
import { deploymentsOf } from './deployments';
import { normalizeEntity, normalizeOwner } from '../model/normalizeOwner';
import type { ClusterReading } from '../sources/kubernetes/ClusterReading';
import type { KubernetesObject } from '../sources/kubernetes/KubernetesObject';

/** The health rules, replaceable in tests. */
export type EvaluateEnvironment = (
  input: EnvironmentInput,
) => EnvironmentEvaluation;

/** An environment as it was found, and whose it is by the cluster's word. */
export interface Judged {
  part: ClusterPart;
  /** Absent when nothing was there to say it, or it could not be read. */
  record?: PlacementRecord;
  /** What was not read may say whose it is. */
  isRecordUnread?: boolean;
}

/**
 * Judges one environment. Objects that are so malformed that a rule fails on
 * them make this environment Unknown and no other.
 */
export function evaluateCluster(
  evaluate: EvaluateEnvironment,
  options: {
    environment: Pick<
      CatalogEnvironment,
      'name' | 'cluster' | 'expectedComponents' | 'describedParts'
    > & { usedKinds?: UsedKinds };
    objects: readonly KubernetesObject[];
    reading: ClusterReading;
    nowMs: number;
    ownerAnnotation: string;
    notReadyAfterMs?: number;
  },
): Judged {
  const { environment, objects, reading, nowMs } = options;
  const { ownerAnnotation, notReadyAfterMs } = options;
  const unread = reading.unread.filter(({ kind }) => !kind.isInformative);
  const isRead = (wanted: string) =>
    !reading.unread.some(({ kind }) => kind.kind === wanted);
  try {
    const { clusterEntity, hasWorkloads, ...part } = evaluate({
      name: environment.name,
      // Rules are told apart here: of the health of what they watch they say nothing.
      objects: objects.filter(({ kind }) => kind !== PROMETHEUS_RULE),
      now: nowMs,
      unread: unread.map(({ kind, state, message }) => ({
        group: kind.group,
        kind: kind.kind,
        state,
        message,
        decides: kind.decides,
        mayHide: kind.mayHide,
        isPartOfAll: kind.isPartOfAll,
      })),
      expectedComponents: environment.expectedComponents,
      described: environment.describedParts,
      notReadyAfterSeconds: notReadyAfterMs && notReadyAfterMs / 1000,
      previous: environment.usedKinds,
      ownerAnnotation,
    });
    const isUnread = reading.unread.some(isWorkload);
    return {
      part: {
        ...part,
        ...(isRead('ReplicaSet') && { deployments: deploymentsOf(objects) }),
        ...(isRead(PROMETHEUS_RULE) && { definedSlos: definedSlosOf(objects) }),
      },
      record: recordOf(part.clusterOwner, clusterEntity, {
        isCertain: hasWorkloads && !isUnread,
      }),
      isRecordUnread: isUnread,
    };
  } catch (error) {
    return {
      part: {
        ...brokenPart(environment, toError(error).message),
        usedKinds: environment.usedKinds,
      },
    };
  }
}

function isWorkload({ kind }: ClusterReading['unread'][number]): boolean {
  return WORKLOAD_KINDS.includes(`${kind.group}/${kind.kind}`);
}

/** No annotation says nothing unless everything was read that may carry it. */
function recordOf(
  owner: string | undefined,
  entity: string | undefined,
  { isCertain }: { isCertain: boolean },
): PlacementRecord | undefined {
  return owner === undefined && !isCertain
    ? undefined
    : {
        ...(owner !== undefined && { owner: normalizeOwner(owner) }),
        ...(entity !== undefined && { entity: normalizeEntity(entity) }),
      };
}

function brokenPart(
  environment: Pick<CatalogEnvironment, 'name' | 'cluster'>,
  message: string,
): ClusterPart {
  return {
    health: {
      status: 'Unknown',
      isPartial: false,
      reasons: [
        {
          code: 'InvalidObject',
          health: 'Unknown',
          component: 'other',
          message: `Cluster '${environment.cluster}' returned objects of ${environment.name} that cannot be read: ${message.slice(0, 300)}`,
          runbook: 'source-unavailable',
        },
      ],
    },
    components: [],
    storage: [],
    certificates: [],
    backups: [],
  };
}
