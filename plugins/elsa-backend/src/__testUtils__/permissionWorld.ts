import type { Server } from 'node:http';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { actionsRegistryServiceFactory } from '@backstage/backend-defaults/alpha';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { FakeCluster } from './fakeCluster';
import { FaultServer, sendJson } from './FaultServer';
import {
  answerMetrics,
  entitiesOf,
  type MarkedEnvironment,
  objectsOf,
  SHARED_CLUSTER,
} from './permissionFixtures';
import { permissionPolicy, userInfoFactory } from './permissionPolicy';
import { startRealCatalog } from './startRealCatalog';

export interface Answer {
  status: number;
  text: string;
  headers: Record<string, string>;
}

/** A backend in which there is nothing but these environments. */
export interface PermissionWorld {
  ask(
    authorization: string | undefined,
    path: string,
    options?: { method?: string; body?: unknown },
  ): Promise<Answer>;
  collect(): Promise<void>;
  /** What the backend is asked, by itself too. */
  server: Server;
  /** Of the plugin. */
  database(): Promise<Knex> | undefined;
  close(): Promise<void>;
}

/** What differs between two answers that say the same. */
const TIMES: ReadonlyArray<[RegExp, string]> = [
  [/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>'],
  [/\b1\d{9}(\.\d+)?\b/g, '<seconds>'],
  [/"1\d{12}-/g, '"<milliseconds>-'],
  [/"changeKey":"[\w-]{22}"/g, '"changeKey":"<key>"'],
];

/** An answer without times and keys, whose length and type still count. */
export function comparable({ status, text, headers }: Answer) {
  const { date, etag, ...others } = headers;
  return {
    status,
    text: TIMES.reduce(
      (known, [time, name]) => known.replace(time, name),
      text,
    ),
    headers: { ...others, etag: etag?.slice(0, 5) },
  };
}

export async function startPermissionWorld(
  createDatabase: () => Promise<Knex>,
  environments: readonly MarkedEnvironment[],
  options: { elsa?: JsonObject; features?: BackendFeature[] } = {},
): Promise<PermissionWorld> {
  const names = [
    ...new Set([SHARED_CLUSTER, ...environments.map(item => item.cluster)]),
  ];
  const closing: Array<() => Promise<void>> = [];
  const clusters = new Map<string, FakeCluster>();
  const prometheus: JsonObject[] = [];
  for (const name of names) {
    const cluster = await FakeCluster.start();
    cluster.extraGroups = [['argoproj.io', 'v1alpha1']];
    clusters.set(name, cluster);
    const server = await FaultServer.start(
      answerMetrics(environments.filter(item => item.cluster === name)),
    );
    prometheus.push({ name, url: server.url, clusters: [name] });
    closing.push(
      () => cluster.server.close(),
      () => server.close(),
    );
  }
  const alertmanager = await FaultServer.start((_request, response) =>
    sendJson(response, []),
  );
  closing.push(() => alertmanager.close());
  const portal = await startRealCatalog({
    createDatabase,
    clusters: Object.fromEntries(
      [...clusters].map(([name, { server }]) => [name, server.url]),
    ),
    elsa: {
      // Nothing grows old while a slow machine compares.
      collector: { interval: { hours: 1 }, threads: 0 },
      prometheus,
      alertmanager: [{ name: 'shared', url: alertmanager.url }],
      refresh: { minInterval: { seconds: 0 }, perCallerPerMinute: 10_000 },
      ...options.elsa,
    },
    policy: permissionPolicy,
    features: [
      actionsRegistryServiceFactory,
      userInfoFactory,
      // The test kit's default is a user.
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      ...(options.features ?? []),
    ],
  });
  closing.unshift(() => portal.stop());
  const entities = environments.flatMap(entitiesOf);
  await portal.register(
    entities,
    entities
      .filter(({ kind }) => kind === 'Component')
      .map(({ metadata }) => `default/${metadata.name}`),
  );
  // Twice, so that there is a history.
  for (const isCrashing of [true, false]) {
    for (const [name, cluster] of clusters) {
      cluster.objects = environments
        .filter(item => item.cluster === name)
        .flatMap(item => objectsOf(item, { isCrashing }));
    }
    await portal.collect();
  }
  return {
    async ask(authorization, path, { method = 'GET', body } = {}) {
      const response = await fetch(`${portal.baseUrl}${path}`, {
        method,
        headers: {
          ...(authorization && { authorization }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return {
        status: response.status,
        text: await response.text(),
        headers: Object.fromEntries(response.headers),
      };
    },
    collect: portal.collect,
    server: portal.server,
    database: portal.database,
    async close() {
      for (const close of closing) {
        await close();
      }
    },
  };
}
