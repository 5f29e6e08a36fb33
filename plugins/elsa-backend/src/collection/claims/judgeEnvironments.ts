import type { ArgoCdStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Mask } from '../../credentials';
import type { DecidedClaim, PlacedRecord, StoredClaim } from '../../store';
import {
  type PreparedPart,
  preparePart,
} from '../../store/environments/preparePart';
import type { ClusterJob, JobEnvironment } from '../ClusterJob';
import type { Judged } from '../evaluation';
import { groupBy } from '../groupBy';
import { type EnvironmentGroup, placementKey } from '../groupObjects';
import type { KubernetesObject } from '../../sources/kubernetes/KubernetesObject';
import { type ClaimVerdict, decideClaims } from './decideClaims';
import { describeProblem } from './describeProblem';

export interface JudgeEnvironmentsOptions {
  /** The cluster's objects by place. */
  groups: ReadonlyMap<string, EnvironmentGroup>;
  evaluate: (
    environment: JobEnvironment,
    objects: readonly KubernetesObject[],
  ) => Judged;
  argoCdOf: (
    environment: JobEnvironment,
    objects: readonly KubernetesObject[],
  ) => ArgoCdStatus | undefined;
  ownerAnnotation: string;
  mask: Mask;
}

export interface JudgedEnvironments {
  parts: PreparedPart[];
  decided: DecidedClaim[];
  records: PlacedRecord[];
  /** Places that belong to an entity of the catalog. */
  registered: Set<string>;
}

/** Decides the claims to each place once, and keeps the records that changed. */
function createPlaceJudge(job: ClusterJob) {
  const claims = groupBy(job.claims, keyOf);
  const before = new Map(job.records.map(item => [keyOf(item), item]));
  const decisions = new Map<string, Map<string, ClaimVerdict>>();
  const records: PlacedRecord[] = [];
  return {
    records,
    claimOf: (environment: JobEnvironment) =>
      claims
        .get(keyOf(environment))
        ?.find(item => item.entityRef === environment.entityRef),
    verdictOf(
      environment: JobEnvironment,
      { record, isRecordUnread }: Judged,
      isEmpty: boolean,
    ): ClaimVerdict | undefined {
      const key = keyOf(environment);
      let verdicts = decisions.get(key);
      if (!verdicts) {
        const { namespace, name } = environment;
        const known = before.get(key);
        if (record && isOther(record, known)) {
          records.push({ namespace, name, ...record });
        }
        const said = record ?? known ?? (isRecordUnread ? undefined : {});
        verdicts = said
          ? decideClaims(claims.get(key) ?? [], { record: said, isEmpty })
          : new Map<string, ClaimVerdict>();
        decisions.set(key, verdicts);
      }
      return verdicts.get(environment.entityRef);
    },
  };
}

/** What is stored of an environment whose claim is granted or waits. */
function partOf(
  environment: JobEnvironment,
  part: Judged['part'],
  { claim, decided }: { claim: StoredClaim; decided: DecidedClaim },
  mask: Mask,
): PreparedPart {
  return preparePart(environment.entityRef, part, {
    knownHash:
      claim.state === decided.state ? environment.knownHash : undefined,
    mask,
  });
}

/** Judges the environments of a job, each for the entity that it belongs to. */
export function judgeEnvironments(
  job: ClusterJob,
  options: JudgeEnvironmentsOptions,
): JudgedEnvironments {
  const places = createPlaceJudge(job);
  const result: JudgedEnvironments = {
    parts: [],
    decided: [],
    records: places.records,
    registered: new Set(),
  };
  for (const environment of job.environments) {
    const key = keyOf(environment);
    const objects = options.groups.get(key)?.objects ?? [];
    const judged = options.evaluate(environment, objects);
    const isEmpty = objects.length === 0;
    const verdict = places.verdictOf(environment, judged, isEmpty);
    const claim = places.claimOf(environment);
    if (!claim || !verdict) {
      continue;
    }
    const decided = toDecided(
      verdict,
      { ...environment, cluster: job.cluster },
      options.ownerAnnotation,
    );
    if (isOtherDecision(decided, claim)) {
      result.decided.push(decided);
    }
    if (decided.state === 'granted' || decided.state === 'waiting') {
      // Of what does not run, Argo CD may know more than anybody may see.
      const argoCd =
        decided.state === 'granted'
          ? options.argoCdOf(environment, objects)
          : undefined;
      const part = { ...judged.part, ...(argoCd && { argoCd }) };
      const decision = { claim, decided };
      result.parts.push(partOf(environment, part, decision, options.mask));
    }
    if (decided.state === 'granted') {
      result.registered.add(key);
    }
  }
  return result;
}

/** A verdict as it is stored, with words for who reads it. */
export function toDecided(
  verdict: ClaimVerdict,
  environment: {
    entityRef: string;
    name: string;
    namespace: string;
    cluster: string;
  },
  ownerAnnotation: string,
): DecidedClaim {
  const { entityRef } = environment;
  switch (verdict.state) {
    case 'granted':
      return { entityRef, state: 'granted', primary: verdict.primary };
    case 'refused':
      return {
        entityRef,
        state: 'refused',
        problem: describeProblem(verdict.problem, environment, ownerAnnotation),
      };
    case 'waiting':
      return { entityRef, state: 'waiting' };
    default:
      return { entityRef, state: null };
  }
}

export function keyOf(place: { namespace: string; name: string }): string {
  return placementKey({
    namespace: place.namespace,
    environment: place.name,
  });
}

function isOther(
  record: { owner?: string; entity?: string },
  known: { owner?: string; entity?: string } | undefined,
): boolean {
  return (
    known === undefined ||
    record.owner !== known.owner ||
    record.entity !== known.entity
  );
}

function isOtherDecision(decided: DecidedClaim, claim: StoredClaim): boolean {
  return (
    decided.state !== claim.state ||
    decided.problem !== claim.problem ||
    decided.primary !== claim.primary
  );
}
