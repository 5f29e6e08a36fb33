import { ElsaClient } from './ElsaClient';

describe('ElsaClient', () => {
  const fetchMock = jest.fn();
  const client = new ElsaClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://portal.example.com/api/${pluginId}`,
    },
    fetchApi: { fetch: fetchMock },
  });

  beforeEach(() => {
    fetchMock.mockReset();
    fetchMock.mockImplementation(async () => Response.json({ items: [] }));
  });

  function requested(): { url: string; init: RequestInit } {
    const [url, init] = fetchMock.mock.calls[0];
    return { url, init };
  }

  it('should repeat a query parameter for every value and leave out what is not set', async () => {
    await client.listEnvironments({
      owner: ['group:default/payments', 'group:default/orders'],
      text: 'a&b=c#d',
      limit: 20,
      cursor: undefined,
    });
    expect(requested().url).toBe(
      'http://portal.example.com/api/elsa/environments?owner=group%3Adefault%2Fpayments&owner=group%3Adefault%2Forders&text=a%26b%3Dc%23d&limit=20',
    );
  });

  it('should complete short references and send kind, namespace and name as separate segments', async () => {
    await client.getEnvironment('payments-production');
    expect(requested().url).toBe(
      'http://portal.example.com/api/elsa/environments/component/default/payments-production',
    );
  });

  it.each([
    ['component:default/../../admin', '..%2F..%2Fadmin'],
    ['component:default/a?b#c d', 'a%3Fb%23c%20d'],
  ])('should keep %s inside one path segment', async (ref, name) => {
    await client.getTransitions(ref, { limit: 5 });
    expect(requested().url).toBe(
      `http://portal.example.com/api/elsa/environments/component/default/${name}/transitions?limit=5`,
    );
  });

  it('should encode the name of an SLO', async () => {
    await client.getSloSeries('component:default/x', 'latency/p95', {
      width: 300,
    });
    expect(requested().url).toBe(
      'http://portal.example.com/api/elsa/environments/component/default/x/slos/latency%2Fp95/series?width=300',
    );
  });

  it('should post a refresh with the token and the signal of the caller', async () => {
    const { signal } = new AbortController();
    await client.refreshEnvironment('component:default/x', {
      token: 'abc',
      signal,
    });
    expect(requested().init).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer abc' },
      signal,
    });
  });

  it('should reject an answer that is not a success with its status', async () => {
    fetchMock.mockImplementation(async () =>
      Response.json(
        { error: { name: 'NotFoundError', message: 'No such environment' } },
        { status: 404, statusText: 'Not Found' },
      ),
    );
    await expect(client.getEnvironment('component:default/x')).rejects.toThrow(
      expect.objectContaining({ name: 'ResponseError', statusCode: 404 }),
    );
  });

  it.each(['', 'component:', 'component:../x', 'component:default/..'])(
    'should reject the reference "%s" without asking the backend',
    async ref => {
      await expect(client.getEnvironment(ref)).rejects.toThrow();
      expect(fetchMock).not.toHaveBeenCalled();
    },
  );

  it('should read sources and unregistered environments from their own routes', async () => {
    await client.getSources();
    await client.listUnregistered();
    expect(fetchMock.mock.calls.map(([url]) => url)).toEqual([
      'http://portal.example.com/api/elsa/sources',
      'http://portal.example.com/api/elsa/unregistered',
    ]);
  });
});
