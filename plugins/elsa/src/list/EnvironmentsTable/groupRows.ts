import type { EnvironmentSummary } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import type { Grouping } from '../useEnvironmentFilters';

/** A line of the table: the heading of a group, or an environment. */
export type TableLine =
  | { type: 'group'; key: string; value?: string; count: number }
  | { type: 'environment'; key: string; item: EnvironmentSummary };

function groupOf(item: EnvironmentSummary, grouping: Grouping) {
  return grouping === 'owner' ? item.owner : item.system;
}

/** Lays rows out in groups by name, what belongs to none last; within a group the order stays. */
export function groupRows(
  items: EnvironmentSummary[],
  grouping: Grouping,
): TableLine[] {
  const line = (item: EnvironmentSummary): TableLine => ({
    type: 'environment',
    key: item.entityRef,
    item,
  });
  if (grouping === 'none') {
    return items.map(line);
  }
  const groups = new Map<string | undefined, EnvironmentSummary[]>();
  for (const item of items) {
    const value = groupOf(item, grouping);
    const group = groups.get(value);
    if (group) {
      group.push(item);
    } else {
      groups.set(value, [item]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => {
      if (a === undefined || b === undefined) {
        return Number(a === undefined) - Number(b === undefined);
      }
      return a.localeCompare(b);
    })
    .flatMap(([value, members]): TableLine[] => [
      {
        type: 'group',
        key: `group:${value ?? ''}`,
        value,
        count: members.length,
      },
      ...members.map(line),
    ]);
}
