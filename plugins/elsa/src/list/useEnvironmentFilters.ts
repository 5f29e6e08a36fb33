import { type ListEnvironmentsOptions } from '@elsa-portal/backstage-plugin-elsa-common/api';
import {
  HEALTH_STATUSES,
  SLO_STATES,
  type HealthStatus,
  type SloState,
  WORST_FACTS,
  type WorstFact,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export const GROUPINGS = ['none', 'owner', 'system'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const SORTS = [
  'name',
  'health',
  'owner',
  'cluster',
  'slo',
  'alerts',
] as const satisfies Array<NonNullable<ListEnvironmentsOptions['sort']>>;
export type Sort = (typeof SORTS)[number];

/** What the address of the page says about the table. */
export interface EnvironmentFilters {
  /** `mine`, `all` or a reference of an owner. */
  owner: string;
  health: HealthStatus[];
  /** Only those of which this is the worst fact. */
  worst?: WorstFact;
  cluster: string[];
  sloState: SloState[];
  /** Only those whose server accepts published credentials. */
  hasFindings: boolean;
  text: string;
  group: Grouping;
  sort: Sort;
  order: 'asc' | 'desc';
}

function known<T extends string>(all: readonly T[], values: string[]): T[] {
  return all.filter(value => values.includes(value));
}

/** Reads the filters; what the address says wrongly is left out. */
export function parseFilters(
  params: URLSearchParams,
  defaultOwner: string,
): EnvironmentFilters {
  const one = <T extends string>(
    all: readonly T[],
    name: string,
    fallback: T,
  ) => all.find(value => value === params.get(name)) ?? fallback;
  return {
    owner: params.get('owner') ?? defaultOwner,
    health: known(HEALTH_STATUSES, params.getAll('health')),
    worst: WORST_FACTS.find(fact => fact === params.get('worst')),
    cluster: params.getAll('cluster'),
    sloState: known(SLO_STATES, params.getAll('slo')),
    hasFindings: params.get('security') === 'findings',
    text: params.get('text') ?? '',
    group: one(GROUPINGS, 'group', 'none'),
    // The worst first: that is what one opens the page for.
    sort: one(SORTS, 'sort', 'health'),
    order: one(['asc', 'desc'], 'order', 'desc'),
  };
}

/** Writes the filters; what is as it would be anyway stays out of the address. */
export function serializeFilters(
  filters: EnvironmentFilters,
  defaultOwner: string,
  before: URLSearchParams,
): URLSearchParams {
  const params = new URLSearchParams(before);
  const set = (name: string, values: string[]) => {
    params.delete(name);
    values.forEach(value => params.append(name, value));
  };
  const unless = (value: string, fallback: string) =>
    value === fallback ? [] : [value];
  set('owner', unless(filters.owner, defaultOwner));
  set('health', filters.health);
  set('worst', filters.worst ? [filters.worst] : []);
  set('cluster', filters.cluster);
  set('slo', filters.sloState);
  set('security', filters.hasFindings ? ['findings'] : []);
  set('text', unless(filters.text, ''));
  set('group', unless(filters.group, 'none'));
  set('sort', unless(filters.sort, 'health'));
  set('order', unless(filters.order, 'desc'));
  return params;
}

/**
 * The table's filters, kept in the address so that a link shows the same rows.
 *
 * @param defaultOwner - `mine` or `all`: the owner filter of an address without one
 */
export function useEnvironmentFilters(defaultOwner: 'mine' | 'all') {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(
    () => parseFilters(params, defaultOwner),
    [params, defaultOwner],
  );
  const update = useCallback(
    (changes: Partial<EnvironmentFilters>) =>
      setParams(
        before =>
          serializeFilters(
            { ...parseFilters(before, defaultOwner), ...changes },
            defaultOwner,
            before,
          ),
        { replace: true },
      ),
    [setParams, defaultOwner],
  );
  return { filters, update };
}
