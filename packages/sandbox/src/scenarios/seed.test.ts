import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Application } from '../argocd/types';
import { FakeClock } from '../clock';
import { portsFrom } from '../config';
import { environmentOf } from '../environmentState';
import type { Deployment, KubernetesObject, Pod } from '../kubernetes/types';
import { Sandbox } from '../sandbox';
import { StageClock } from '../stageClock';
import { seedScenarios } from './seed';

describe('seedScenarios', () => {
  let folder: string;
  let sandbox: Sandbox;

  const application = (cluster: string, name: string) =>
    sandbox
      .cluster(cluster)
      .cluster.list<Application>('argoproj.io/v1alpha1', 'Application')
      .find(object => object.metadata.name === name);
  const of = <T extends KubernetesObject>(
    cluster: string,
    apiVersion: string,
    kind: string,
    environment: string,
  ) =>
    sandbox
      .cluster(cluster)
      .cluster.list<T>(apiVersion, kind)
      .filter(object => environmentOf(object) === environment);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sandbox-seed-'));
    sandbox = await Sandbox.create(
      {
        host: '127.0.0.1',
        ports: portsFrom(7100),
        stateFolder: folder,
        seed: 'test',
        isMonitored: false,
      },
      new StageClock(new FakeClock('2026-11-20T10:00:00Z')),
    );
    await seedScenarios(sandbox);
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('should have a healthy production', () => {
    expect(
      application('production-eu', 'payments-production')?.status,
    ).toMatchObject({
      health: { status: 'Healthy' },
      sync: { status: 'Synced' },
      operationState: { phase: 'Succeeded' },
    });
  });

  it('should have a staging whose server crashes over and over', () => {
    const [pod] = of<Pod>('staging-eu', 'v1', 'Pod', 'payments-staging').filter(
      row => row.metadata.labels?.['app.kubernetes.io/component'] === 'server',
    );
    const [container] = pod.status?.containerStatuses ?? [];
    expect(container.restartCount).toBeGreaterThan(8);
    expect(
      container.state.waiting?.reason ?? container.state.running,
    ).toBeDefined();
    expect(container.lastState.terminated?.exitCode).toBe(1);
    expect(
      application('staging-eu', 'payments-staging')?.status?.health?.status,
    ).toBe('Progressing');
  });

  it('should have an environment that its autoscaler cannot grow any more', () => {
    const [scaler] = of<KubernetesObject>(
      'production-eu',
      'autoscaling/v2',
      'HorizontalPodAutoscaler',
      'orders-production',
    );
    expect(scaler.status).toMatchObject({
      currentReplicas: 6,
      desiredReplicas: 6,
      conditions: expect.arrayContaining([
        expect.objectContaining({
          type: 'ScalingLimited',
          status: 'True',
          reason: 'TooManyReplicas',
        }),
      ]),
    });
  });

  it('should have an environment that is out of sync but healthy', () => {
    const { status } =
      application('staging-eu', 'billing-staging') ?? ({} as Application);
    expect(status?.sync?.status).toBe('OutOfSync');
    expect(status?.health?.status).toBe('Healthy');
    expect(
      status?.resources
        ?.filter(row => row.status === 'OutOfSync')
        .map(row => row.kind),
    ).toContain('Deployment');
  });

  it('should have a healthy environment whose image accepts published credentials', () => {
    expect(application('staging-eu', 'partners-staging')?.status).toMatchObject(
      {
        health: { status: 'Healthy' },
        sync: { status: 'Synced' },
      },
    );
    const images = of<Pod>('staging-eu', 'v1', 'Pod', 'partners-staging')
      .flatMap(({ status }) => status?.containerStatuses ?? [])
      .map(({ image }) => image);
    expect(images).toContainEqual(
      expect.stringMatching(/elsaworkflows\/elsa-server-app:3\.6\.1$/),
    );
  });

  it('should have an environment without an Application or a repository', async () => {
    const [server] = of<Deployment>(
      'production-eu',
      'apps/v1',
      'Deployment',
      'legacy-workflows',
    );
    expect(server.status?.readyReplicas).toBe(1);
    expect(application('production-eu', 'legacy-workflows')).toBeUndefined();
    expect(
      sandbox.repositories.exists({
        owner: 'legacy',
        name: 'legacy-workflows',
      }),
    ).toBe(false);
  });
});
