import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import {
  type KubernetesProxyApi,
  kubernetesProxyApiRef,
} from '@backstage/plugin-kubernetes-react';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import type { ElsaApi } from '@elsa-portal/backstage-plugin-elsa-common/api';
import type { EnvironmentStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import * as data from '../../dev/__data__';
import {
  environmentEntity,
  recordedEntities,
} from '../../dev/__data__/entities';
import { manySummaries } from '../../dev/__data__/manySummaries';
import elsaPlugin from '..';
import { elsaApiRef } from '../data/elsaApiRef';

/** A refusal as the client throws it. */
export const failure = (statusCode: number, message = 'refused') =>
  Object.assign(new Error(message), { statusCode });

/** Draws the tab or the card of an environment in a test app. */
export function renderTab(
  status: EnvironmentStatus,
  options: {
    api?: Partial<ElsaApi>;
    /** The API as a whole, such as that of an earlier visit. */
    elsaApi?: ElsaApi;
    entity?: Entity;
    deny?: string[];
    extension?: 'entity-content:elsa' | 'entity-card:elsa';
    /** What the Kubernetes plugin brings; without it there are no logs. */
    kubernetesProxy?: Partial<KubernetesProxyApi>;
  } = {},
) {
  const { api, entity = environmentEntity(status), deny = [] } = options;
  const recorded = new data.RecordedElsaApi([status]);
  const elsaApi: ElsaApi = options.elsaApi ?? {
    listEnvironments: recorded.listEnvironments.bind(recorded),
    getEnvironment: recorded.getEnvironment.bind(recorded),
    getTransitions: recorded.getTransitions.bind(recorded),
    getSloSeries: recorded.getSloSeries.bind(recorded),
    refreshEnvironment: recorded.refreshEnvironment.bind(recorded),
    getSources: recorded.getSources.bind(recorded),
    listUnregistered: recorded.listUnregistered.bind(recorded),
    ...api,
  };
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      elsaPlugin.getExtension(options.extension ?? 'entity-content:elsa'),
    ],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [elsaApiRef, elsaApi],
      catalogApiMock({ entities: [entity] }),
      [
        permissionApiRef,
        mockApis.permission({
          authorize: request =>
            deny.includes(request.permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
      ...(options.kubernetesProxy
        ? ([[kubernetesProxyApiRef, options.kubernetesProxy as never]] as const)
        : []),
    ],
  });
  return elsaApi;
}

/** Draws the environments page in a test app. */
export function renderPage(options: {
  address?: string;
  further?: number;
  /** Instead of the recorded ones. */
  environments?: EnvironmentStatus[];
  mine?: string[];
  api?: Partial<ElsaApi>;
  deny?: string[];
}) {
  const { address = '/elsa', further = 0, mine = [], deny = [] } = options;
  const { environments = data.recordedEnvironments() } = options;
  const recorded = new data.RecordedElsaApi(
    environments,
    manySummaries(further),
  );
  const listEnvironments = jest.fn(recorded.listEnvironments.bind(recorded));
  const elsaApi = {
    listEnvironments,
    listUnregistered: recorded.listUnregistered.bind(recorded),
    ...options.api,
  };
  renderTestApp({
    extensions: [elsaPlugin.getExtension('page:elsa')],
    initialRouteEntries: [address],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [elsaApiRef, elsaApi],
      catalogApiMock({
        entities: recordedEntities(environments),
      }),
      mockApis.identity({ ownershipEntityRefs: mine }),
      [
        permissionApiRef,
        mockApis.permission({
          authorize: request =>
            deny.includes(request.permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
        }),
      ],
    ],
  });
  return { listEnvironments };
}
