import { CatalogClient } from '@backstage/catalog-client';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  type CatalogServiceMock,
  catalogServiceMock,
} from '@backstage/plugin-catalog-node/testUtils';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { FAULTS } from '../../__testUtils__/faults';
import { FaultServer } from '../../__testUtils__/FaultServer';
import { environmentEntity } from '../../__testUtils__/objects';
import { readElsaConfig } from '../../config';
import { readCatalog } from './readCatalog';

const { names } = readElsaConfig(new ConfigReader({}));
const auth = mockServices.auth();

function read(catalog: CatalogServiceMock) {
  return readCatalog({ catalog, auth, names });
}

jest.setTimeout(60_000);

describe('readCatalog', () => {
  const group = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'payments' },
  };

  it('should read owner, placement and the entities that belong to an environment', async () => {
    const entity = environmentEntity({
      name: 'payments-production',
      system: 'money',
    });
    const catalog = catalogServiceMock({
      entities: [
        {
          ...entity,
          metadata: {
            ...entity.metadata,
            title: 'Payments',
            links: [
              {
                url: 'https://elsa.example.com',
                title: 'Studio',
                type: 'studio',
              },
              { url: 'data:text/html,x', title: 'Bad' },
            ],
          },
        },
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            name: 'payments-production-studio',
            annotations: {
              'elsa-portal.io/environment': 'payments-production',
            },
          },
          spec: { type: 'website' },
        },
        group,
      ],
    });
    await expect(read(catalog)).resolves.toEqual([
      expect.objectContaining({
        entityRef: 'component:default/payments-production',
        title: 'Payments',
        owner: 'group:default/payments',
        ownership: 'owned',
        system: 'system:default/money',
        cluster: 'production-eu',
        namespace: 'payments-production',
        links: [
          { kind: 'studio', title: 'Studio', url: 'https://elsa.example.com' },
        ],
        aliases: ['component:default/payments-production-studio'],
        placementProblem: undefined,
      }),
    ]);
  });

  it('should tell an owner that does not exist from no owner at all', async () => {
    const orphan = environmentEntity({
      name: 'a',
      owner: 'group:default/gone',
    });
    const unowned = environmentEntity({ name: 'b' });
    const catalog = catalogServiceMock({
      entities: [
        orphan,
        { ...unowned, spec: { type: 'elsa-environment' }, relations: [] },
      ],
    });
    const environments = await read(catalog);
    expect(environments.map(({ ownership }) => ownership)).toEqual([
      'owner-missing',
      'unowned',
    ]);
  });

  it.each<[Record<string, string>, string]>([
    [{ 'elsa-portal.io/environment': 'a,b!=c' }, 'elsa-portal.io/environment'],
    [{ 'elsa-portal.io/environment': 'a\nb' }, 'elsa-portal.io/environment'],
    [
      { 'backstage.io/kubernetes-namespace': '../../secrets' },
      'backstage.io/kubernetes-namespace',
    ],
    [
      { 'backstage.io/kubernetes-namespace': 'a?watch=true' },
      'backstage.io/kubernetes-namespace',
    ],
    ...[
      '',
      ' production-eu',
      'production-eu ',
      'a'.repeat(300),
      'a\u0000b',
      'ä',
      'a\nb',
      '\ud800',
    ].map((value): [Record<string, string>, string] => [
      { 'backstage.io/kubernetes-cluster': value },
      'backstage.io/kubernetes-cluster',
    ]),
    [
      { 'elsa-portal.io/environment': 'a'.repeat(300) },
      'elsa-portal.io/environment',
    ],
    [
      { 'backstage.io/kubernetes-namespace': 'a'.repeat(300) },
      'backstage.io/kubernetes-namespace',
    ],
  ])('should name the annotation that cannot be used: %j', async (bad, key) => {
    const entity = environmentEntity({ name: 'payments-production' });
    Object.assign(entity.metadata.annotations ?? {}, bad);
    const [environment] = await read(
      catalogServiceMock({ entities: [entity] }),
    );
    expect(environment.placementProblem).toContain(key);
  });

  it('should keep every value within what can be stored and shown', async () => {
    const odd = `\u0000\ud800${'x'.repeat(9_000)}`;
    const entity = environmentEntity({
      name: 'payments',
      owner: `group:default/${odd}`,
    });
    const long = environmentEntity({ name: 'n'.repeat(300) });
    Object.assign(entity.metadata, {
      title: odd,
      links: [
        { url: `https://example.com/${odd}` },
        { url: 1 },
        { url: 'https://example.com', title: odd },
      ],
    });
    Object.assign(entity.metadata.annotations ?? {}, {
      'elsa-portal.io/host-profile': odd,
      'backstage.io/kubernetes-cluster': odd,
    });
    Object.assign(entity.spec ?? {}, { system: odd, lifecycle: odd });
    const part = {
      ...environmentEntity({ name: 'part' }),
      spec: { type: 'service' },
    };
    Object.assign(part.metadata.annotations ?? {}, {
      'elsa-portal.io/environment': 'payments',
    });
    const refused: string[] = [];
    const environments = await readCatalog({
      catalog: catalogServiceMock({ entities: [entity, long, part, part] }),
      auth,
      names,
      onRefused: message => refused.push(message),
    });
    expect(environments).toHaveLength(1);
    expect(refused).toEqual([expect.stringContaining('255 characters')]);
    const [environment] = environments;
    expect(environment.aliases).toEqual(['component:default/part']);
    expect(environment).toMatchObject({
      owner: undefined,
      system: undefined,
      hostProfile: undefined,
      ownership: 'unowned',
    });
    expect(environment.links).toHaveLength(1);
    for (const value of [
      environment.title,
      environment.lifecycle,
      environment.cluster,
      environment.links[0].title,
    ]) {
      expect(value?.length).toBeLessThanOrEqual(240);
      // eslint-disable-next-line no-control-regex
      expect(value).not.toMatch(/[\u0000\ud800]/);
    }
  });

  it('should hold a bounded part of what the catalog has', async () => {
    const entity = environmentEntity({ name: 'a' });
    entity.metadata.description = 'x'.repeat(100_000);
    entity.metadata.links = Array.from({ length: 1000 }, (_, index) => ({
      url: `https://example.com/${index}`,
    }));
    const catalog = catalogServiceMock({
      entities: [entity, environmentEntity({ name: 'b' })],
    });
    const [environment] = await read(catalog);
    expect(environment.description).toHaveLength(5_000);
    expect(environment.links).toHaveLength(50);
    await expect(
      readCatalog({ catalog, auth, names, maxEntities: 1 }),
    ).rejects.toMatchObject({
      state: 'invalid-response',
      message: expect.stringContaining('more than 1 entities'),
    });
  });

  describe('when the catalog fails', () => {
    let server: FaultServer;

    beforeEach(async () => {
      server = await FaultServer.start(() => {});
    });
    afterEach(() => server.close());

    it.each(FAULTS.filter(({ name }) => name !== '50 MB'))(
      'should report $name as the state of the source',
      async ({ handler, state }) => {
        server.fault = handler;
        const client = new CatalogClient({
          discoveryApi: { getBaseUrl: async () => server.url },
          fetchApi: { fetch },
        });
        const catalog = {
          streamEntities: (request: never) => client.streamEntities(request),
        } as unknown as CatalogService;
        await expect(
          readCatalog({ catalog, auth, names, timeoutMs: 400 }),
        ).rejects.toMatchObject({ name: 'UpstreamError', state });
      },
    );
  });
});
