import {
  COMPONENT_NAMES,
  type ComponentName,
  type HealthReason,
} from '../contract';
import { PROGRAMS } from './expected';
import { groupKindOf } from './read';
import { WORKLOAD_KINDS } from './snapshot/workload';
import type { PlacedObject } from './topology';
import type { UnreadObjects, UsedKinds } from './types';

/** Kinds found under others that are still worth missing. */
const MISSED_CHILDREN = new Set(['batch/Job']);

/** A component of which something could not be read. */
export interface UnreadComponent {
  unread: UnreadObjects;
  component: ComponentName;
  /** The component can be judged without it; only a detail is not known. */
  isDetail: boolean;
}

function keyOf({ group, kind }: Pick<UnreadObjects, 'group' | 'kind'>): string {
  return group ? `${group}/${kind}` : kind;
}

function isComplete(
  component: ComponentName,
  own: readonly PlacedObject[],
): boolean {
  return PROGRAMS.has(component)
    ? own.some(({ object }) => WORKLOAD_KINDS.includes(groupKindOf(object)))
    : own.length > 0;
}

/**
 * Which components cannot be judged, or not in full, because of what could not
 * be read. What an environment is known to do without says nothing about it:
 * an earlier reading decides where there was one, else what the catalog names.
 */
export function findUnreadComponents(options: {
  unread: readonly UnreadObjects[];
  judged: readonly PlacedObject[];
  /** Parts that the environment is said to have. */
  expected: ReadonlySet<ComponentName>;
  previous?: UsedKinds;
}): UnreadComponent[] {
  const { judged, expected, previous } = options;
  return options.unread.flatMap(unread => {
    const key = keyOf(unread);
    const isKnown = previous && !previous.neverRead.includes(key);
    return COMPONENT_NAMES.flatMap((component): UnreadComponent[] => {
      const own = judged.filter(object => object.component === component);
      const isSeen = own.length > 0;
      const isDecisive =
        unread.decides.includes(component) ||
        (unread.mayHide ?? []).includes(component);
      const wasUsed = previous?.components[component]?.includes(key) ?? false;
      const isPartOfAll = unread.isPartOfAll === true && isSeen && isDecisive;
      const isHidden =
        !isKnown &&
        (unread.mayHide ?? []).includes(component) &&
        (isSeen || expected.has(component)) &&
        !isComplete(component, own);
      return wasUsed || isPartOfAll || isHidden
        ? [{ unread, component, isDetail: !isDecisive }]
        : [];
    });
  });
}

export function unreadReason({
  unread,
  component,
}: UnreadComponent): HealthReason {
  return {
    code: 'NotRead',
    health: 'Unknown',
    component,
    message: `Objects of kind ${unread.kind} could not be read (${unread.state}).`,
    ...(unread.message
      ? {
          evidence: {
            object: { apiVersion: unread.group, kind: unread.kind, name: '' },
            field: '',
            message: unread.message,
          },
        }
      : {}),
    runbook: 'source-unavailable',
  };
}

/**
 * What each component consists of, for the next time that a kind cannot be
 * read. Kinds that cannot be read now stay as they were.
 */
export function usedKindsOf(
  judged: readonly PlacedObject[],
  unread: readonly UnreadObjects[],
  previous: UsedKinds | undefined,
): UsedKinds {
  const isUnread = new Set(unread.map(keyOf));
  const components: UsedKinds['components'] = {};
  for (const component of COMPONENT_NAMES) {
    const seen = judged
      .filter(object => object.component === component)
      .flatMap(({ object, children }) => [
        groupKindOf(object),
        ...children.map(groupKindOf).filter(kind => MISSED_CHILDREN.has(kind)),
      ]);
    const kept = (previous?.components[component] ?? []).filter(kind =>
      isUnread.has(kind),
    );
    const kinds = [...new Set([...seen, ...kept])].sort();
    if (kinds.length > 0) {
      components[component] = kinds;
    }
  }
  return {
    components,
    neverRead: [...isUnread]
      .filter(kind => previous?.neverRead.includes(kind) ?? true)
      .sort(),
  };
}
