import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ElsaApi,
  EnvironmentSummary,
  HealthStatus,
  ListEnvironmentsOptions,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { elsaApiRef } from '../api';
import { type LiveData, useLiveData } from './useLiveData';

const FIRST_PAGE = 100;
const LARGEST_PAGE = 500;

/** A grouped table needs every row; beyond this many it shows what it has. */
const MOST_ROWS = 20_000;

/** Every push may concern some row, so a busy installation is read at most this often. */
const PUSH_SETTLE_MS = 5_000;

export interface EnvironmentList {
  items: EnvironmentSummary[];
  totalItems: number;
  /** By health, of all environments that match the other filters. */
  totals: Record<HealthStatus, number>;
  hasMore: boolean;
}

export interface LiveEnvironmentList extends LiveData<EnvironmentList> {
  /** `data` belongs to the filters before; the present ones are being read. */
  isPrevious: boolean;
  loadMore(): void;
}

async function readTotals(
  elsaApi: ElsaApi,
  query: ListEnvironmentsOptions,
  signal: AbortSignal,
) {
  const { totals } = await elsaApi.listEnvironments(
    { ...query, health: undefined, limit: 1 },
    { signal },
  );
  return totals;
}

async function readRows(
  elsaApi: ElsaApi,
  query: ListEnvironmentsOptions,
  wanted: number,
  signal: AbortSignal,
): Promise<EnvironmentList> {
  const items: EnvironmentSummary[] = [];
  let cursor: string | undefined;
  for (;;) {
    const limit = Math.min(LARGEST_PAGE, wanted - items.length);
    const page = await elsaApi.listEnvironments(
      { ...query, limit, cursor },
      { signal },
    );
    items.push(...page.items);
    cursor = page.nextCursor;
    if (!cursor || items.length >= wanted) {
      const { totalItems, totals } = page;
      return { items, totalItems, totals, hasMore: cursor !== undefined };
    }
  }
}

/**
 * The rows that match, page by page, kept up to date.
 *
 * @param query - filters and order; undefined while they are not known yet
 * @param needsAll - read every page at once, for grouping
 */
export function useEnvironmentList(
  query: ListEnvironmentsOptions,
  needsAll: boolean,
): LiveEnvironmentList {
  const elsaApi = useApi(elsaApiRef);
  const key = JSON.stringify([query, needsAll]);
  const [wanted, setWanted] = useState({ key, rows: FIRST_PAGE });
  const rows = wanted.key === key ? wanted.rows : FIRST_PAGE;

  const live = useLiveData<EnvironmentList>({
    key,
    load: async signal => {
      const [list, totals] = await Promise.all([
        readRows(elsaApi, query, needsAll ? MOST_ROWS : rows, signal),
        query.health?.length ? readTotals(elsaApi, query, signal) : undefined,
      ]);
      return totals ? { ...list, totals } : list;
    },
    isAffected: () => true,
    settleMs: PUSH_SETTLE_MS,
  });

  const { data, reload, isReading } = live;
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return;
    }
    if (rows > FIRST_PAGE) {
      reload();
    }
  }, [rows, reload]);

  const loadMore = useCallback(() => {
    if (data?.hasMore && !isReading) {
      setWanted({ key, rows: data.items.length + LARGEST_PAGE });
    }
  }, [data, isReading, key]);

  const previous = useRef<EnvironmentList>();
  if (data) {
    previous.current = data;
  }
  return {
    ...live,
    data: data ?? previous.current,
    isPrevious: data === undefined && previous.current !== undefined,
    loadMore,
  };
}
