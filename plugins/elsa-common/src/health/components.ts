import {
  COMPONENT_NAMES,
  type ComponentName,
  type ComponentStatus,
  type HealthReason,
  type HealthStatus,
} from '../contract';
import { healthRank, isKnownBad, worstKnownHealth } from './order';
import { warningsIn } from './events';
import { lostParts, missingReasons, requiredComponents } from './expected';
import { findingsOf } from './overlay';
import type { Patience } from './pods/patience';
import { groupKindOf, kindOf, labelOf, nameOf, readText } from './read';
import { isCriticalComponent, toReason } from './reasons';
import { remarksOn } from './remarks';
import {
  summarizeAutoscaler,
  summarizeDisruptionBudget,
} from './snapshot/autoscaler';
import { supersededBackups } from './snapshot/backups';
import { summarizeWorkload, WORKLOAD_KINDS } from './snapshot/workload';
import type { PlacedObject } from './topology';
import type { EnvironmentInput, UsedKinds } from './types';
import { findUnreadComponents, unreadReason, usedKindsOf } from './unread';

/** What is known of the parts of an environment. */
export interface ComponentsEvaluation {
  components: ComponentStatus[];
  reasons: HealthReason[];
  /** What the environment's health follows from. */
  verdicts: Pick<ComponentStatus, 'health' | 'isCritical'>[];
  usedKinds: UsedKinds;
}

type Input = Pick<
  EnvironmentInput,
  | 'name'
  | 'now'
  | 'objects'
  | 'unread'
  | 'expected'
  | 'required'
  | 'described'
  | 'expectedComponents'
  | 'previous'
  | 'volumeUsedBytes'
  | 'notReadyAfterSeconds'
>;

function patienceOf({ now, notReadyAfterSeconds }: Input): Patience {
  return { now, notReadyAfterSeconds };
}

/** The workload that stands for a component: named as we name it, else the first. */
function mainWorkload(
  environment: string,
  component: ComponentName,
  placed: readonly PlacedObject[],
): PlacedObject | undefined {
  const own = `${environment}-${component}`;
  const rank = ({ object }: PlacedObject) =>
    (nameOf(object) === own ? 0 : WORKLOAD_KINDS.length) +
    WORKLOAD_KINDS.indexOf(groupKindOf(object));
  return placed
    .filter(({ object }) => WORKLOAD_KINDS.includes(groupKindOf(object)))
    .sort(
      (a, b) =>
        rank(a) - rank(b) || (nameOf(a.object) < nameOf(b.object) ? -1 : 1),
    )[0];
}

/** Autoscaler of a workload, if there is one; KEDA's is one of these too. */
function autoscalerOf(
  workload: PlacedObject,
  placed: readonly PlacedObject[],
): unknown {
  return placed.find(
    ({ object }) =>
      groupKindOf(object) === 'autoscaling/HorizontalPodAutoscaler' &&
      readText(object, 'spec', 'scaleTargetRef', 'kind') ===
        kindOf(workload.object) &&
      readText(object, 'spec', 'scaleTargetRef', 'name') ===
        nameOf(workload.object),
  )?.object;
}

function statusOf(
  input: Input,
  name: ComponentName,
  health: HealthStatus,
  all: readonly PlacedObject[],
): ComponentStatus {
  const placed = all.filter(({ component }) => component === name);
  const workload = mainWorkload(input.name, name, placed);
  const autoscaler = workload && autoscalerOf(workload, all);
  const budget = placed.find(
    ({ object }) => groupKindOf(object) === 'policy/PodDisruptionBudget',
  );
  const version = placed
    .map(({ object }) => labelOf(object, 'app.kubernetes.io/version'))
    .find(label => label !== undefined);
  return {
    name,
    isCritical: isCriticalComponent(name),
    health,
    images: [],
    pods: [],
    ...(version ? { version } : {}),
    ...(workload
      ? summarizeWorkload(workload.object, {
          pods: workload.pods,
          replicaSets: workload.children,
          patience: patienceOf(input),
        })
      : {}),
    ...(autoscaler ? { autoscaler: summarizeAutoscaler(autoscaler) } : {}),
    ...(budget
      ? { disruptionBudget: summarizeDisruptionBudget(budget.object) }
      : {}),
  };
}

/** A pod speaks for its workload and for the operator's object above it. */
function withoutRepetitions(reasons: readonly HealthReason[]): HealthReason[] {
  const keyOf = ({ code, component, message }: HealthReason) =>
    JSON.stringify([code, component, message]);
  const first = new Map<string, HealthReason>();
  for (const reason of reasons) {
    const known = first.get(keyOf(reason));
    if (!known || healthRank(reason.health) > healthRank(known.health)) {
      first.set(keyOf(reason), reason);
    }
  }
  return [...first.values()];
}

const componentsIn = (items: readonly { component: ComponentName }[]) =>
  new Set(items.map(({ component }) => component));

/** Health of each part that anything is known or expected of. */
function healthOfParts(
  known: readonly HealthReason[],
  mentioned: readonly { component: ComponentName }[],
  vague: ReadonlySet<ComponentName>,
) {
  const names = componentsIn([...mentioned, ...known]);
  return COMPONENT_NAMES.filter(name => names.has(name)).map(name => {
    const health = worstKnownHealth(
      known
        .filter(({ component }) => component === name)
        .map(reason => reason.health),
    );
    return { name, health, lacksDetail: vague.has(name) };
  });
}

/** Health of every part from its objects, worst object first. */
export function evaluateComponents(
  input: Input,
  placed: readonly PlacedObject[],
): ComponentsEvaluation {
  const superseded = supersededBackups(input.objects);
  const surroundings = {
    patience: patienceOf(input),
    placed,
    warnings: warningsIn(input.objects),
  };
  // Argo CD's own verdict is shown beside ours.
  const judged = placed.filter(
    ({ object }) =>
      !superseded.has(object) &&
      groupKindOf(object) !== 'argoproj.io/Application',
  );
  const standing = requiredComponents(input);
  const unread = findUnreadComponents({
    unread: input.unread ?? [],
    judged,
    expected: new Set([...standing, ...(input.expectedComponents ?? [])]),
    previous: input.previous,
  });
  const decisive = unread.filter(({ isDetail }) => !isDetail);
  const details = unread.filter(({ isDetail }) => isDetail);
  const isUnknown = componentsIn(decisive);
  const lost = lostParts(input, placed, isUnknown);
  const known = [
    ...judged.flatMap(object =>
      findingsOf(object, surroundings).map(finding =>
        toReason(finding, object.component),
      ),
    ),
    ...judged.flatMap(object => remarksOn(object, input)),
    ...missingReasons(input, placed, { isUnknown, lost }),
    ...decisive.map(unreadReason),
  ];
  const shown = healthOfParts(
    known,
    [...judged, ...unread, ...[...standing].map(component => ({ component }))],
    componentsIn(details),
  );
  return {
    components: shown.map(({ name, health, lacksDetail: isVague }) => {
      const isUnclear = isVague && !isKnownBad(health);
      return statusOf(input, name, isUnclear ? 'Unknown' : health, judged);
    }),
    reasons: withoutRepetitions([...known, ...details.map(unreadReason)]),
    verdicts: shown.flatMap(({ name, health, lacksDetail: isVague }) => [
      { health, isCritical: isCriticalComponent(name) },
      // The server runs whether or not its autoscaler can be seen.
      ...(isVague ? [{ health: 'Unknown' as const, isCritical: false }] : []),
    ]),
    usedKinds: {
      ...usedKindsOf(judged, input.unread ?? [], input.previous),
      ...(Object.keys(lost).length > 0 ? { lost } : {}),
    },
  };
}
