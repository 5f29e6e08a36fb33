import {
  mockApis,
  registerMswTestHooks,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import {
  ElsaClient,
  type ListEnvironmentsOptions,
} from '@elsa-portal/backstage-plugin-elsa-common/api';
import { act, renderHook, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactNode } from 'react';
import { RecordedElsaApi } from '../../dev/__data__';
import { manySummaries } from '../../dev/__data__/manySummaries';
import { elsaApiRef } from './elsaApiRef';
import { errorMessage } from '../ui/errorMessage';
import { useEnvironmentList } from './useEnvironmentList';

const server = setupServer();
registerMswTestHooks(server);

const ENVIRONMENTS = 'http://portal.test/api/elsa/environments';

/** Answers from recorded rows, and tells what it was asked for. */
function answer(rows: number, isBroken: (cursor: string | null) => boolean) {
  const recorded = new RecordedElsaApi([], manySummaries(rows));
  const asked: Array<{ limit: string | null; cursor: string | null }> = [];
  server.use(
    http.get(ENVIRONMENTS, async ({ request }) => {
      const { searchParams } = new URL(request.url);
      const limit = searchParams.get('limit');
      const cursor = searchParams.get('cursor');
      asked.push({ limit, cursor });
      return isBroken(cursor)
        ? HttpResponse.json(
            {
              error: { name: 'Error', message: 'database is down' },
              response: { statusCode: 500 },
            },
            { status: 500 },
          )
        : HttpResponse.json(
            await recorded.listEnvironments({
              health: (searchParams.getAll('health') as never) ?? undefined,
              limit: Number(limit),
              cursor: cursor ?? undefined,
            }),
          );
    }),
  );
  return asked;
}

function createClient() {
  return new ElsaClient({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
    fetchApi: { fetch },
  });
}

function render(
  query: ListEnvironmentsOptions,
  needsAll = false,
  client = createClient(),
) {
  return renderHook(() => useEnvironmentList(query, needsAll), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <TestApiProvider apis={[[elsaApiRef, client]]}>
        {children}
      </TestApiProvider>
    ),
  });
}

const never = () => false;

describe('useEnvironmentList', () => {
  it('should read a first page, and further rows only below it', async () => {
    const asked = answer(1_200, never);
    const { result } = render({});
    await waitFor(() => expect(result.current.data?.items).toHaveLength(100));
    expect(result.current.data?.totalItems).toBe(1_200);

    await act(() => result.current.loadMore());
    expect(result.current.data?.items).toHaveLength(600);
    await act(() => result.current.loadMore());
    expect(result.current.data?.items).toHaveLength(1_100);
    expect(asked).toEqual([
      { limit: '100', cursor: null },
      { limit: '500', cursor: '100' },
      { limit: '500', cursor: '600' },
    ]);

    act(() => result.current.reload());
    await waitFor(() => expect(result.current.isReading).toBe(false));
    // As many as were shown: no row may disappear under the reader.
    expect(result.current.data?.items).toHaveLength(1_100);
  });

  it('should read every page for groups', async () => {
    answer(1_200, never);
    const { result } = render({}, true);
    await waitFor(() => expect(result.current.data?.items).toHaveLength(1_200));
    expect(result.current.data?.nextCursor).toBeUndefined();
  });

  it('should total all healths while one of them is filtered', async () => {
    answer(200, never);
    const { result } = render({ health: ['Degraded'] });
    await waitFor(() => expect(result.current.data).toBeDefined());
    const { totals, totalItems } = result.current.data!;
    expect(Object.values(totals).reduce((a, b) => a + b)).toBe(200);
    expect(totalItems).toBe(totals.Degraded);
    expect(totalItems).toBeLessThan(200);
  });

  it('should keep the rows when further ones cannot be read, and not ask again by itself', async () => {
    let isBroken = true;
    const asked = answer(1_200, cursor => isBroken && cursor !== null);
    const { result } = render({});
    await waitFor(() => expect(result.current.data).toBeDefined());
    await act(() => result.current.loadMore());
    expect(errorMessage(result.current.error!)).toBe('database is down');
    expect(result.current.data?.items).toHaveLength(100);
    await act(() => result.current.loadMore());
    expect(asked).toHaveLength(2);

    isBroken = false;
    act(() => result.current.reload());
    await waitFor(() => expect(result.current.isReading).toBe(false));
    expect(result.current.error).toBeUndefined();
    await act(() => result.current.loadMore());
    expect(result.current.data?.items).toHaveLength(600);
  });

  it('should show an earlier visit when the backend is away, however long ago', async () => {
    let isBroken = false;
    answer(200, () => isBroken);
    const client = createClient();
    const first = render({}, false, client);
    await waitFor(() => expect(first.result.current.data).toBeDefined());
    const { receivedAt } = first.result.current;
    first.unmount();

    isBroken = true;
    const clock = jest.spyOn(Date, 'now');
    clock.mockReturnValue(receivedAt! + 3_600_000);
    const { result } = render({}, false, client);
    // Nothing so old is shown as if it were present.
    expect(result.current.data).toBeUndefined();
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect(result.current.data?.items).toHaveLength(100);
    expect(result.current.receivedAt).toBe(receivedAt);
    clock.mockRestore();
  });

  it('should forget an earlier visit when it may not be shown any more', async () => {
    answer(200, never);
    const client = createClient();
    const first = render({}, false, client);
    await waitFor(() => expect(first.result.current.data).toBeDefined());
    first.unmount();
    server.use(
      http.get(ENVIRONMENTS, () => HttpResponse.json({}, { status: 403 })),
    );
    const { result } = render({}, false, client);
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect(result.current.isReading).toBe(false);
  });
});
