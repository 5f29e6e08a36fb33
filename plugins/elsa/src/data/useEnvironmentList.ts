import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ElsaApi,
  ListEnvironmentsOptions,
} from '@elsa-portal/backstage-plugin-elsa-common/api';
import type {
  EnvironmentSummary,
  HealthStatus,
  ListEnvironmentsResponse,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { useCallback, useRef, useState } from 'react';
import { elsaApiRef } from './elsaApiRef';
import { toError } from './toError';
import { createMemory, type Memory } from './createMemory';
import { type LiveData, SAFETY_INTERVAL_MS, useLiveData } from './useLiveData';

const FIRST_PAGE = 100;
const LARGEST_PAGE = 500;

/** A grouped table needs every row; beyond this many it shows what it has. */
const MOST_ROWS = 20_000;

/**
 * Every push may concern some row, so a busy installation is read at most this
 * often for each full page that is shown.
 */
const PUSH_SETTLE_MS = 5_000;

export interface EnvironmentList {
  items: EnvironmentSummary[];
  totalItems: number;
  /** By health, of all environments that match the other filters. */
  totals: Record<HealthStatus, number>;
  /** Of the Healthy ones in `totals`: how many have a worse fact, by that fact. */
  healthyWith: ListEnvironmentsResponse['healthyWith'];
  /** Of those that match; the same whether or not only they are asked for. */
  withSecurityFindings: number;
  /** Where the rows that are not read yet begin. */
  nextCursor?: string;
  /** Of the channel on which changes are told. */
  changeKey?: string;
}

export interface LiveEnvironmentList extends LiveData<EnvironmentList> {
  /** `data` belongs to the filters before; the present ones are being read. */
  isPrevious: boolean;
  loadMore(): Promise<void>;
}

/** Filters that somebody goes back and forth between. */
const REMEMBERED_LISTS = 5;

/** One memory for each API, as another API may be another portal or reader. */
const memories = new WeakMap<ElsaApi, Memory<EnvironmentList>>();

function memoryOf(elsaApi: ElsaApi): Memory<EnvironmentList> {
  const memory =
    memories.get(elsaApi) ??
    createMemory<EnvironmentList>({
      maxAgeMs: SAFETY_INTERVAL_MS,
      maxEntries: REMEMBERED_LISTS,
    });
  memories.set(elsaApi, memory);
  return memory;
}

async function readTotals(
  elsaApi: ElsaApi,
  query: ListEnvironmentsOptions,
  signal: AbortSignal,
) {
  const { totals, healthyWith } = await elsaApi.listEnvironments(
    { ...query, health: undefined, worst: undefined, limit: 1 },
    { signal },
  );
  return { totals, healthyWith };
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
      const { totalItems, totals, healthyWith } = page;
      const { withSecurityFindings, changeKey } = page;
      return {
        items,
        totalItems,
        totals,
        healthyWith,
        withSecurityFindings,
        nextCursor: cursor,
        changeKey,
      };
    }
  }
}

/** The next page below what is shown; a row that moved there is not shown twice. */
async function readMore(
  elsaApi: ElsaApi,
  query: ListEnvironmentsOptions,
  shown: EnvironmentList,
): Promise<EnvironmentList> {
  const page = await elsaApi.listEnvironments({
    ...query,
    limit: LARGEST_PAGE,
    cursor: shown.nextCursor,
  });
  const known = new Set(shown.items.map(item => item.entityRef));
  return {
    ...shown,
    items: [
      ...shown.items,
      ...page.items.filter(item => !known.has(item.entityRef)),
    ],
    nextCursor: page.nextCursor,
  };
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
  /** Rows that a renewed read has to bring, so that none disappears. */
  const shown = useRef({ key, rows: 0 });
  const rowsShown = () => (shown.current.key === key ? shown.current.rows : 0);

  const live = useLiveData<EnvironmentList>({
    key,
    memory: memoryOf(elsaApi),
    load: async signal => {
      const wanted = needsAll ? MOST_ROWS : Math.max(rowsShown(), FIRST_PAGE);
      const [list, totals] = await Promise.all([
        readRows(elsaApi, query, wanted, signal),
        query.health?.length || query.worst
          ? readTotals(elsaApi, query, signal)
          : undefined,
      ]);
      return { ...list, ...totals };
    },
    changeKeyOf: data => data.changeKey,
    settleMs:
      PUSH_SETTLE_MS * Math.max(1, Math.ceil(rowsShown() / LARGEST_PAGE)),
  });

  const { data, accept, reload: readAgain, isReading } = live;
  const latest = useRef(data);
  latest.current = data;
  if (data) {
    shown.current = { key, rows: data.items.length };
  }

  const isLoadingMore = useRef(false);
  const [failure, setFailure] = useState<{ key: string; error: Error }>();
  const moreError = failure?.key === key ? failure.error : undefined;
  const loadMore = useCallback(async () => {
    if (!data?.nextCursor || moreError || isReading || isLoadingMore.current) {
      return;
    }
    isLoadingMore.current = true;
    try {
      const longer = await readMore(elsaApi, query, data);
      // Otherwise the list was renewed meanwhile, and asks again if need be.
      if (latest.current === data) {
        accept(longer);
      }
    } catch (error) {
      setFailure({ key, error: toError(error) });
    } finally {
      isLoadingMore.current = false;
    }
  }, [accept, data, elsaApi, isReading, key, moreError, query]);

  const reload = useCallback(() => {
    setFailure(undefined);
    readAgain();
  }, [readAgain]);

  const previous = useRef<EnvironmentList>();
  if (data) {
    previous.current = data;
  }
  return {
    ...live,
    error: live.error ?? moreError,
    reload,
    data: data ?? previous.current,
    isPrevious: data === undefined && previous.current !== undefined,
    loadMore,
  };
}
