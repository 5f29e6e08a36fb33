import { WORKLOAD_KINDS } from './snapshot/workload';
import { ELSA_ENTITY_ANNOTATION, ELSA_OWNER_ANNOTATION } from '../constants';
import type { ComponentStatus, HealthReason, HealthStatus } from '../contract';
import { evaluateComponents } from './components';
import { isKnownBad, worstHealth, worstKnownHealth } from './order';
import { isRecord } from '../isRecord';
import { groupKindOf, nameOf } from './read';
import { sortReasons } from './reasons';
import { findApplication, summarizeApplication } from './snapshot/argoCd';
import {
  isBackup,
  summarizeBackup,
  supersededBackups,
} from './snapshot/backups';
import { summarizeCertificate } from './snapshot/certificates';
import { ownerOfWorkloads } from './snapshot/owner';
import { summarizeStorage } from './snapshot/storage';
import { observedImages } from './snapshot/observedImages';
import { findingsIn } from './securityFindings';
import { placeObjects, type PlacedObject } from './topology';
import type { EnvironmentEvaluation, EnvironmentInput } from './types';

/**
 * The worst critical component decides; when another one is worse, the
 * environment is affected partially. A part that is not critical and could not
 * be read makes the environment Unknown, partially too, but it does not cover
 * up what is certainly wrong elsewhere.
 *
 * @public
 */
export function rollUpEnvironment(
  components: readonly Pick<ComponentStatus, 'health' | 'isCritical'>[],
): { status: HealthStatus; isPartial: boolean } {
  const healthOf = (isCritical: boolean) =>
    components
      .filter(component => component.isCritical === isCritical)
      .map(({ health }) => health);
  const critical = worstKnownHealth(healthOf(true));
  const others = healthOf(false);
  const known = worstHealth(others.filter(health => health !== 'Unknown'));
  const isVague = others.includes('Unknown');
  const observed = worstHealth([critical, known]);
  if (isVague && critical !== 'Unknown' && !isKnownBad(observed)) {
    return { status: 'Unknown', isPartial: true };
  }
  return { status: observed, isPartial: observed !== critical };
}

/** What is certainly wrong comes before what is only not known. */
function order(
  reasons: readonly HealthReason[],
  status: HealthStatus,
): HealthReason[] {
  const sorted = sortReasons(reasons);
  return isKnownBad(status)
    ? [
        ...sorted.filter(({ health }) => isKnownBad(health)),
        ...sorted.filter(({ health }) => !isKnownBad(health)),
      ]
    : sorted;
}

function nothingLives(name: string): HealthReason {
  return {
    code: 'Missing',
    health: 'Missing',
    component: 'server',
    message: `No object of ${name} exists in the cluster.`,
    runbook: 'missing-objects',
  };
}

/** Tell of an environment and are no part of it. */
const NOT_PARTS = new Set([
  'argoproj.io/Application',
  'Namespace',
  'Event',
  'events.k8s.io/Event',
]);

function isLive(object: unknown): boolean {
  return (
    isRecord(object) &&
    nameOf(object) !== '' &&
    !NOT_PARTS.has(groupKindOf(object))
  );
}

/** Objects of a kind, by name, so that the same facts give the same order. */
function ofKind(
  placed: readonly PlacedObject[],
  groupKind: string,
): PlacedObject[] {
  return placed
    .filter(({ object }) => groupKindOf(object) === groupKind)
    .sort((a, b) => (nameOf(a.object) < nameOf(b.object) ? -1 : 1));
}

/**
 * Everything that a cluster's objects say about one environment, if they are as
 * they were read a moment ago: whoever keeps the result has to withdraw it when
 * it is old. Pure: the time is given, nothing is read, and no object, however
 * odd, makes it throw.
 *
 * @public
 */
export function evaluateEnvironment(
  input: EnvironmentInput,
): EnvironmentEvaluation {
  const { name, now } = input;
  const objects = input.objects.filter(isRecord);
  const placed = placeObjects(objects);
  const evaluated = evaluateComponents({ ...input, objects }, placed);
  const isEmpty =
    !objects.some(isLive) &&
    !evaluated.reasons.some(({ code }) => code === 'NotRead');
  const observed = isEmpty
    ? { status: 'Missing' as const, isPartial: false }
    : rollUpEnvironment(evaluated.verdicts);
  const reasons = isEmpty ? [nothingLives(name)] : evaluated.reasons;
  const superseded = supersededBackups(objects);
  const application = findApplication(objects, name);
  const clusterOwner = ownerOfWorkloads(
    placed,
    input.ownerAnnotation ?? ELSA_OWNER_ANNOTATION,
  );
  const clusterEntity = ownerOfWorkloads(placed, ELSA_ENTITY_ANNOTATION);
  return {
    health: { ...observed, reasons: order(reasons, observed.status) },
    components: evaluated.components,
    storage: ofKind(placed, 'PersistentVolumeClaim').map(
      ({ object, component }) =>
        summarizeStorage(
          object,
          component,
          input.volumeUsedBytes?.get(nameOf(object)),
        ),
    ),
    certificates: ofKind(placed, 'cert-manager.io/Certificate').map(
      ({ object }) => summarizeCertificate(object, now),
    ),
    backups: placed
      .filter(entry => isBackup(entry) && !superseded.has(entry.object))
      .sort((a, b) => (nameOf(a.object) < nameOf(b.object) ? -1 : 1))
      .map(entry => {
        const { lateness: _, ...backup } = summarizeBackup(entry, now, objects);
        return backup;
      }),
    ...(application === undefined
      ? {}
      : { argoCd: summarizeApplication(application) }),
    ...(clusterOwner === undefined ? {} : { clusterOwner }),
    ...(clusterEntity === undefined ? {} : { clusterEntity }),
    hasWorkloads: placed.some(({ object }) =>
      WORKLOAD_KINDS.includes(groupKindOf(object)),
    ),
    usedKinds: evaluated.usedKinds,
    securityFindings: findingsIn(observedImages(placed)),
  };
}
