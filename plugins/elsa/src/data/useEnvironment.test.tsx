import {
  mockApis,
  registerMswTestHooks,
  TestApiProvider,
} from '@backstage/frontend-test-utils';
import { ElsaClient } from '@elsa-portal/backstage-plugin-elsa-common/api';
import { renderHook, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { ReactNode } from 'react';
import { healthy } from '../../dev/__data__';
import { elsaApiRef } from './elsaApiRef';
import { classifyError } from './classifyError';
import { useEnvironment } from './useEnvironment';

const server = setupServer();
registerMswTestHooks(server);

const URL_PATTERN = 'http://portal.test/api/elsa/*';

function render() {
  const client = new ElsaClient({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
    fetchApi: { fetch },
  });
  return renderHook(
    () => useEnvironment('component:default/payments-production'),
    {
      wrapper: ({ children }: { children: ReactNode }) => (
        <TestApiProvider apis={[[elsaApiRef, client]]}>
          {children}
        </TestApiProvider>
      ),
    },
  );
}

describe('useEnvironment', () => {
  it('should read over HTTP', async () => {
    server.use(
      http.get(URL_PATTERN, () => HttpResponse.json({ ...healthy() })),
    );
    const { result } = render();
    await waitFor(() =>
      expect(result.current.data?.name).toBe('payments-production'),
    );
  });

  it.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [500, 'failed'],
    [503, 'unreachable'],
  ])('should tell answer %d apart as %s', async (status, kind) => {
    server.use(
      http.get(URL_PATTERN, () =>
        HttpResponse.json(
          {
            error: { name: 'Error', message: 'refused' },
            response: { statusCode: status },
          },
          { status },
        ),
      ),
    );
    const { result } = render();
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect(classifyError(result.current.error)).toBe(kind);
  });

  it('should take a broken connection for unreachable', async () => {
    server.use(http.get(URL_PATTERN, () => HttpResponse.error()));
    const { result } = render();
    await waitFor(() => expect(result.current.error).toBeDefined());
    expect({
      kind: classifyError(result.current.error),
      name: result.current.error?.name,
    }).toEqual({ kind: 'unreachable', name: 'TypeError' });
  });
});
