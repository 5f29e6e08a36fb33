import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import { FakeCluster } from '../../__testUtils__/fakeCluster';
import { kubernetesRoutes } from '../../__testUtils__/kubernetesPluginDouble';
import { serverObjects } from '../../__testUtils__/objects';
import { readElsaConfig } from '../../config';
import { ConfigReader } from '@backstage/config';
import { watchOwnDelay } from '../../sources/http';
import type { ClusterJob, ClusterReader } from '../ClusterJob';
import { createThreadedClusterReader } from './createThreadedClusterReader';

const TRANSFORM = [
  '--require',
  require.resolve('@backstage/cli/config/nodeTransform.cjs'),
];

const job: ClusterJob = {
  cluster: 'eu',
  environments: [
    {
      entityRef: 'component:default/payments',
      name: 'payments',
      namespace: 'payments',
    },
  ],
  claims: [
    {
      entityRef: 'component:default/payments',
      name: 'payments',
      namespace: 'payments',
      owner: 'group:default/payments',
      claimedAt: '2026-11-01T00:00:00.000Z',
      state: 'granted',
    },
  ],
  records: [],
};

jest.setTimeout(120_000);

describe('createThreadedClusterReader', () => {
  const folder = createMockDirectory();
  let cluster: FakeCluster;
  let proxy: Server;
  let reader: ClusterReader;
  const watch = watchOwnDelay();
  const logger = mockServices.logger.mock();
  const fallback = {
    read: jest.fn(async ({ cluster: name }: ClusterJob) => ({
      cluster: name,
      state: 'ok' as const,
      pauses: [],
      calls: {},
    })),
    close: async () => {},
  };

  beforeEach(async () => {
    fallback.read.mockClear();
    cluster = await FakeCluster.start();
    cluster.objects = serverObjects({ name: 'payments' });
    proxy = createServer(
      express().use(
        kubernetesRoutes(
          new Map([['eu', { name: 'eu', url: cluster.server.url }]]),
        ),
      ),
    );
    await new Promise<void>(resolve => {
      proxy.listen(0, '127.0.0.1', resolve);
    });
  });

  afterEach(async () => {
    await reader.close();
    await cluster.server.close();
    proxy.closeAllConnections();
    await new Promise(resolve => {
      proxy.close(resolve);
    });
  });

  afterAll(() => watch.stop());

  function start(execArgv: string[]): ClusterReader {
    const config = readElsaConfig(new ConfigReader({}));
    return createThreadedClusterReader({
      threads: 1,
      config: {
        limits: config.collector,
        names: config.names,
        destinations: [],
        argoCdNamespace: 'argocd',
        secrets: [],
      },
      kubernetes: {
        authorize: async () => ({
          baseUrl: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
          token: 'secret',
        }),
      },
      backendDelay: watch.memory,
      fallback,
      logger,
      execArgv,
    });
  }

  it('should read and judge in another thread, hand over what has changed, and stop when told to', async () => {
    reader = start(TRANSFORM);
    const signal = new AbortController().signal;
    const first = await reader.read(job, signal);
    expect(first).toMatchObject({
      state: 'ok',
      found: {
        parts: [{ health: 'Healthy', json: expect.any(String) }],
        unregistered: [],
      },
    });
    expect(first.calls.ok).toBeGreaterThan(1);

    const known = {
      ...job.environments[0],
      knownHash: first.found?.parts[0].hash,
    };
    const second = await reader.read({ ...job, environments: [known] }, signal);
    expect(second.found?.parts[0]).not.toHaveProperty('json');

    cluster.server.fault = () => {};
    const aborter = new AbortController();
    const third = reader.read(job, aborter.signal);
    setTimeout(() => aborter.abort(), 200);
    await expect(third).resolves.not.toHaveProperty('found');
    expect(fallback.read).not.toHaveBeenCalled();
  });

  it('should read with the thread of the backend where none can be started', async () => {
    const file = folder.resolve('broken.cjs');
    writeFileSync(file, 'throw new Error("no threads here")');
    reader = start(['--require', file]);
    const signal = new AbortController().signal;
    await expect(reader.read(job, signal)).resolves.toMatchObject({
      state: 'ok',
    });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('no threads here'),
    );
    await reader.read(job, signal);
    expect(fallback.read).toHaveBeenCalledTimes(2);
  });
});
