import { setTimeout as sleep } from 'node:timers/promises';
import {
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
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import type { JsonObject } from '@backstage/types';
import {
  elsaEnvironmentReadPermission,
  elsaUnregisteredReadPermission,
} from '@elsa-portal/backstage-plugin-elsa-common';
import type { Knex } from 'knex';
import { elsaPlugin } from '../plugin';
import { kubernetesPluginDouble } from './kubernetesPluginDouble';
import { ManualScheduler } from './ManualScheduler';

const PLATFORM = 'user:default/platform';

/** Owners see theirs, everybody sees what is in development. */
const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy({
          async handle({ permission }, user) {
            const claims = user?.info.ownershipEntityRefs ?? [];
            if (
              isResourcePermission(permission, 'catalog-entity') &&
              isPermission(permission, elsaEnvironmentReadPermission)
            ) {
              return createCatalogConditionalDecision(permission, {
                anyOf: [
                  catalogConditions.isEntityOwner({ claims }),
                  catalogConditions.hasSpec({
                    key: 'lifecycle',
                    value: 'development',
                  }),
                ],
              });
            }
            return {
              result:
                isPermission(permission, elsaUnregisteredReadPermission) &&
                !claims.includes(PLATFORM)
                  ? AuthorizeResult.DENY
                  : AuthorizeResult.ALLOW,
            };
          },
        });
      },
    });
  },
});

/**
 * The test kit's tokens forget that a plugin asks on behalf of a user, and the
 * permission backend tells conditions to nobody but plugins.
 */
const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const getPluginRequestToken = auth.getPluginRequestToken.bind(auth);
    auth.getPluginRequestToken = async request =>
      auth.isPrincipal(request.onBehalfOf, 'user')
        ? {
            token: mockCredentials.user.token(
              request.onBehalfOf.principal.userEntityRef,
              { actor: { subject: `plugin:${plugin.getId()}` } },
            ),
          }
        : getPluginRequestToken(request);
    return auth;
  },
});

/** The plugin beside the real catalog and the real permission backend. */
export async function startRealCatalog(options: {
  createDatabase: () => Promise<Knex>;
  clusterUrl: string;
  elsa?: JsonObject;
  urlReader?: UrlReaderService;
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
      authFactory,
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
      policyModule,
      kubernetesPluginDouble(
        new Map([
          ['production-eu', { name: 'production-eu', url: options.clusterUrl }],
        ]),
      ),
      elsaPlugin,
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
    call,
    elsa: (user: string, path: string, method?: string) =>
      call(user, `/elsa${path}`, method),
    collect: () => scheduler.triggerTask('elsa-collect'),
    stop: () => backend.stop(),
    /** The database of the plugin, for what only an operator could do. */
    database: () => databases.get('elsa'),
    /** Gives the catalog these entities and waits until it serves them. */
    async register(entities: Entity[], ready: readonly string[]) {
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
        if (ready.every(item => known.includes(item))) {
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
