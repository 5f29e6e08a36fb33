import type { ComponentName, HealthReason } from '../contract';
import { groupKindOf, nameOf } from './read';
import { WORKLOAD_KINDS } from './snapshot/workload';
import type { PlacedObject } from './topology';
import type { EnvironmentInput, ExpectedObject, RequiredPart } from './types';

type Input = Pick<
  EnvironmentInput,
  'name' | 'unread' | 'expected' | 'required'
>;

/** Parts that are programs, and so are not there without a workload. */
export const PROGRAMS: ReadonlySet<ComponentName> = new Set([
  'server',
  'studio',
  'database',
  'pgbouncer',
  'redis',
  'rabbitmq',
]);

/** What runs a program; operators make the rest of it. */
const PROGRAM_KINDS: ReadonlySet<string> = new Set([
  ...WORKLOAD_KINDS,
  'postgresql.cnpg.io/Pooler',
  'rabbitmq.com/RabbitmqCluster',
]);

const AUTOSCALER_KINDS: ReadonlySet<string> = new Set([
  'autoscaling/HorizontalPodAutoscaler',
  'keda.sh/ScaledObject',
]);

/** Every environment has a server, whatever else it has. */
const DEFAULT_PARTS: readonly RequiredPart[] = ['server'];

/** Component that answers for a part: whether a server scales is not its health. */
function componentOf(part: RequiredPart): ComponentName {
  return part === 'autoscaler' ? 'other' : part;
}

/** Components that have to be there. */
export function requiredComponents(input: Input): Set<ComponentName> {
  return new Set([
    ...(input.required ?? DEFAULT_PARTS).map(componentOf),
    ...(input.expected ?? []).map(({ component }) => component),
  ]);
}

/** Whether anything is there that makes up a part. */
export function hasPart(
  part: RequiredPart,
  placed: readonly PlacedObject[],
): boolean {
  return placed.some(({ object, component }) => {
    const kind = groupKindOf(object);
    if (part === 'autoscaler') return AUTOSCALER_KINDS.has(kind);
    return (
      component === part && (!PROGRAMS.has(part) || PROGRAM_KINDS.has(kind))
    );
  });
}

function missing(component: ComponentName, what: string): HealthReason {
  return {
    code: 'Missing',
    health: 'Missing',
    component,
    message: `${what} is expected but does not exist.`,
    runbook: 'missing-objects',
  };
}

function keyOf({ group, kind }: { group: string; kind: string }): string {
  return group ? `${group}/${kind}` : kind;
}

/** What has to be there and is not. What could not be read may well be there. */
export function missingReasons(
  input: Input,
  placed: readonly PlacedObject[],
): HealthReason[] {
  const unread = new Set((input.unread ?? []).map(keyOf));
  const isThere = (object: ExpectedObject) =>
    unread.has(keyOf(object)) ||
    placed.some(
      candidate =>
        nameOf(candidate.object) === object.name &&
        groupKindOf(candidate.object) === keyOf(object),
    );
  const isHidden = (part: RequiredPart) =>
    part === 'autoscaler' &&
    [...AUTOSCALER_KINDS].some(kind => unread.has(kind));
  const objects = (input.expected ?? []).filter(object => !isThere(object));
  const parts = (input.required ?? DEFAULT_PARTS).filter(
    part =>
      !hasPart(part, placed) &&
      !isHidden(part) &&
      !(input.expected ?? []).some(({ component }) => component === part),
  );
  return [
    ...objects.map(object =>
      missing(object.component, `${object.kind} ${object.name}`),
    ),
    ...parts.map(part =>
      missing(componentOf(part), `The ${part} of ${input.name}`),
    ),
  ];
}
