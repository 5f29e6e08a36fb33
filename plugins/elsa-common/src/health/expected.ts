import { DATA_SERVICE_COMPONENTS } from '../constants';
import type { ComponentName, HealthReason } from '../contract';
import { groupKindOf, nameOf } from './read';
import { WORKLOAD_KINDS } from './snapshot/workload';
import type { PlacedObject } from './topology';
import type { EnvironmentInput, RequiredPart, UsedKinds } from './types';

type Input = Pick<
  EnvironmentInput,
  | 'name'
  | 'now'
  | 'unread'
  | 'expected'
  | 'required'
  | 'described'
  | 'expectedComponents'
  | 'previous'
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

const EXPOSURE_KINDS: ReadonlySet<string> = new Set([
  'networking.k8s.io/Ingress',
  'gateway.networking.k8s.io/Gateway',
  'gateway.networking.k8s.io/HTTPRoute',
]);

const BACKUP_KINDS: ReadonlySet<string> = new Set([
  'batch/CronJob',
  'postgresql.cnpg.io/ScheduledBackup',
]);

/** Kinds of which one is enough for a part to be there. */
const KINDS_OF_PART: ReadonlyMap<RequiredPart, ReadonlySet<string>> = new Map<
  RequiredPart,
  ReadonlySet<string>
>([
  ...[...PROGRAMS].map(
    part => [part, PROGRAM_KINDS] as [RequiredPart, ReadonlySet<string>],
  ),
  ['exposure', EXPOSURE_KINDS],
  ['backup', BACKUP_KINDS],
  ['autoscaler', AUTOSCALER_KINDS],
]);

/** Parts that an environment can have and that can be missed. @public */
export const ENVIRONMENT_PARTS: readonly RequiredPart[] = [
  ...KINDS_OF_PART.keys(),
];

/** Data services, which the catalog names one by one. */
const DATA_PARTS: ReadonlySet<RequiredPart> = new Set(
  Object.values(DATA_SERVICE_COMPONENTS),
);

/** How long something is missed that no catalog names. */
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/** Every environment has a server, whatever else it has. */
const DEFAULT_PARTS: readonly RequiredPart[] = ['server'];

/** Component that answers for a part: whether a server scales is not its health. */
function componentOf(part: RequiredPart): ComponentName {
  return part === 'autoscaler' ? 'other' : part;
}

/** What is said to be there, by whoever asks or by the catalog. */
function statedParts({ required, described }: Input): readonly RequiredPart[] {
  const stated = required ?? DEFAULT_PARTS;
  return [...new Set([...stated, ...(described ?? [])])];
}

/** Components that have to be there. */
export function requiredComponents(input: Input): Set<ComponentName> {
  return new Set([
    ...statedParts(input).map(componentOf),
    ...(input.expected ?? []).map(({ component }) => component),
  ]);
}

function isOf(part: RequiredPart, component: ComponentName): boolean {
  return part === 'autoscaler' || part === component;
}

/** Whether anything is there that makes up a part. */
function hasPart(part: RequiredPart, placed: readonly PlacedObject[]): boolean {
  const kinds = KINDS_OF_PART.get(part);
  return placed.some(
    ({ object, component }) =>
      isOf(part, component) && (kinds?.has(groupKindOf(object)) ?? true),
  );
}

/** Whether a part was there when the environment was last judged. */
function wasSeen(part: RequiredPart, { components }: UsedKinds): boolean {
  const kinds = KINDS_OF_PART.get(part);
  return Object.entries(components).some(
    ([component, used]) =>
      isOf(part, component as ComponentName) &&
      used.some(kind => kinds?.has(kind)),
  );
}

/**
 * Whoever removes a part on purpose takes it out of the catalog too. What the
 * catalog does not tell is missed for a day.
 */
function isGivenUp(part: RequiredPart, since: string, input: Input): boolean {
  const { described, expectedComponents = [] } = input;
  if (described) {
    return !described.includes(part);
  }
  return DATA_PARTS.has(part) && expectedComponents.length > 0
    ? !expectedComponents.some(component => component === part)
    : input.now - Date.parse(since) > FORGOTTEN_AFTER_MS;
}

function isHidden(
  part: RequiredPart,
  input: Input,
  isUnknown: ReadonlySet<ComponentName>,
): boolean {
  const unread = new Set((input.unread ?? []).map(keyOf));
  return (
    isUnknown.has(componentOf(part)) ||
    (part === 'autoscaler' &&
      [...AUTOSCALER_KINDS].some(kind => unread.has(kind)))
  );
}

/**
 * Parts that an earlier reading saw and this one does not, with the time at
 * which they were first missed.
 */
export function lostParts(
  input: Input,
  placed: readonly PlacedObject[],
  isUnknown: ReadonlySet<ComponentName>,
): NonNullable<UsedKinds['lost']> {
  const { previous, now } = input;
  const lost: NonNullable<UsedKinds['lost']> = {};
  for (const part of ENVIRONMENT_PARTS) {
    const since =
      previous?.lost?.[part] ??
      (previous && wasSeen(part, previous) && !isHidden(part, input, isUnknown)
        ? new Date(now).toISOString()
        : undefined);
    if (
      since !== undefined &&
      !hasPart(part, placed) &&
      !isGivenUp(part, since, input)
    ) {
      lost[part] = since;
    }
  }
  return lost;
}

function missing(
  component: ComponentName,
  text: string,
  since?: string,
): HealthReason {
  return {
    code: 'Missing',
    health: 'Missing',
    component,
    message: text,
    ...(since === undefined ? {} : { since }),
    runbook: 'missing-objects',
  };
}

function keyOf({ group, kind }: { group: string; kind: string }): string {
  return group ? `${group}/${kind}` : kind;
}

/**
 * What has to be there and is not: because somebody says so, or because it was
 * there before. What could not be read may well be there.
 */
export function missingReasons(
  input: Input,
  placed: readonly PlacedObject[],
  options: {
    isUnknown: ReadonlySet<ComponentName>;
    lost: NonNullable<UsedKinds['lost']>;
  },
): HealthReason[] {
  const { isUnknown, lost } = options;
  const unread = new Set((input.unread ?? []).map(keyOf));
  const expected = input.expected ?? [];
  const objects = expected.filter(
    object =>
      !unread.has(keyOf(object)) &&
      !isUnknown.has(object.component) &&
      !placed.some(
        candidate =>
          nameOf(candidate.object) === object.name &&
          groupKindOf(candidate.object) === keyOf(object),
      ),
  );
  const stated = statedParts(input).filter(
    part => !expected.some(({ component }) => component === part),
  );
  const parts = [
    ...new Set([...stated, ...(Object.keys(lost) as RequiredPart[])]),
  ].filter(part => !hasPart(part, placed) && !isHidden(part, input, isUnknown));
  return [
    ...objects.map(({ component, kind, name }) =>
      missing(component, `${kind} ${name} is expected but does not exist.`),
    ),
    ...parts.map(part =>
      missing(
        componentOf(part),
        stated.includes(part) || lost[part] === undefined
          ? `The ${part} of ${input.name} is expected but does not exist.`
          : `The ${part} of ${input.name} existed before and is gone.`,
        lost[part],
      ),
    ),
  ];
}
