import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BackendFeature,
  coreServices,
  createBackendModule,
  createServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { elsaPlugin } from '../plugin';
import { actorAuthFactory } from './actorAuth';
import { kubernetesPluginDouble } from './kubernetesPluginDouble';
import { ManualScheduler } from './ManualScheduler';
import { ownersPolicy } from './ownersPolicy';

function createPolicyModule(policy: PermissionPolicy) {
  return createBackendModule({
    pluginId: 'permission',
    moduleId: 'test-policy',
    register(env) {
      env.registerInit({
        deps: { permission: policyExtensionPoint },
        async init({ permission }) {
          permission.setPolicy(policy);
        },
      });
    },
  });
}

/** The plugin beside the real catalog and the real permission backend. */
export async function startRealCatalog(options: {
  createDatabase: () => Promise<Knex>;
  /** Addresses by name. */
  clusters: Readonly<Record<string, string>>;
  elsa?: JsonObject;
  urlReader?: UrlReaderService;
  policy?: PermissionPolicy;
  features?: BackendFeature[];
}) {
  const scheduler = new ManualScheduler();
  const databases = new Map<string, Promise<Knex>>();
  let connection: EntityProviderConnection | undefined;
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          permission: { enabled: true },
          catalog: { processingInterval: { seconds: 2 } },
          elsa: {
            collector: { interval: { seconds: 10 }, threads: 0 },
            access: { decisionTtl: { seconds: 0 } },
            refresh: { minInterval: { seconds: 0 } },
            ...options.elsa,
          },
        },
      }),
      scheduler.factory(),
      permissionsServiceFactory,
      actorAuthFactory,
      createServiceFactory({
        service: coreServices.database,
        deps: { plugin: coreServices.pluginMetadata },
        factory: ({ plugin }) => ({
          async getClient() {
            const known =
              databases.get(plugin.getId()) ?? options.createDatabase();
            databases.set(plugin.getId(), known);
            return known;
          },
        }),
      }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => options.urlReader ?? mockServices.urlReader.mock(),
      }),
      catalogPlugin,
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-entities',
        register(env) {
          env.registerInit({
            deps: { catalog: catalogProcessingExtensionPoint },
            async init({ catalog }) {
              catalog.addEntityProvider({
                getProviderName: () => 'test',
                connect: async given => {
                  connection = given;
                },
              });
            },
          });
        },
      }),
      permissionPlugin,
      createPolicyModule(options.policy ?? ownersPolicy),
      kubernetesPluginDouble(
        new Map(
          Object.entries(options.clusters).map(([name, url]) => [
            name,
            { name, url },
          ]),
        ),
      ),
      elsaPlugin,
      ...(options.features ?? []),
    ],
  });
  const baseUrl = `http://localhost:${backend.server.port()}/api`;
  async function call(user: string, path: string, method = 'GET') {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: mockCredentials.user.header(`user:default/${user}`),
      },
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      body:
        text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {},
    };
  }
  return {
    baseUrl,
    server: backend.server,
    call,
    elsa: (user: string, path: string, method?: string) =>
      call(user, `/elsa${path}`, method),
    collect: () => scheduler.triggerTask('elsa-collect'),
    stop: () => backend.stop(),
    /** The database of the plugin, for what only an operator could do. */
    database: () => databases.get('elsa'),
    /** Gives the catalog these entities and waits until it serves them, and none of those that are gone. */
    async register(
      entities: Entity[],
      ready: readonly string[],
      gone: readonly string[] = [],
    ) {
      await connection?.applyMutation({
        type: 'full',
        entities: entities.map((entity, index) => ({
          entity,
          locationKey: `test:${index}`,
        })),
      });
      let served = '';
      for (let round = 0; round < 150; round++) {
        const { body, status, text } = await call(
          'platform',
          '/catalog/entities/by-query?limit=200',
        );
        const items: Entity[] = body.items ?? [];
        const known = items
          .filter(({ relations = [] }) => relations.length > 0)
          .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
        if (
          ready.every(item => known.includes(item)) &&
          !gone.some(item => known.includes(item))
        ) {
          return;
        }
        served = `${status} ${text.slice(0, 200)}`;
        await sleep(100);
      }
      throw new Error(
        `The catalog never served ${ready.join(', ')}: ${served}`,
      );
    },
  };
}
