import type { Server } from 'node:http';
import type { Application } from '../argocd/types';
import { componentOf, environmentOf } from '../environmentState';
import { close, listen } from '../http';
import type { Deployment, KubernetesObject, Pod } from '../kubernetes/types';
import { formatFamilies } from '../metrics/families';
import { Observatory } from '../metrics/observatory';
import { SCENARIOS } from '../scenarios/scenarios';
import { seedScenarios } from '../scenarios/seed';
import { createTestSandbox } from '../__testUtils__/testSandbox';
import { createControlServer } from './controlServer';

const NAME = 'payments-production';

describe('createControlServer', () => {
  let stage: Awaited<ReturnType<typeof createTestSandbox>>;
  let server: Server;
  let url: string;
  const apiUp: Record<string, boolean> = {};

  const act = async (action: string, ...args: string[]) => {
    const response = await fetch(`${url}/actions/${action}`, {
      method: 'POST',
      body: JSON.stringify({ arguments: args }),
    });
    return { status: response.status, ...(await response.json()) };
  };
  const cluster = () => stage.sandbox.cluster('production-eu').cluster;
  const application = () =>
    cluster()
      .list<Application>('argoproj.io/v1alpha1', 'Application')
      .find(object => object.metadata.name === NAME);
  const servers = () =>
    cluster()
      .list<Pod>('v1', 'Pod')
      .filter(
        pod => environmentOf(pod) === NAME && componentOf(pod) === 'server',
      );

  beforeAll(async () => {
    stage = await createTestSandbox();
    await seedScenarios(
      stage.sandbox,
      SCENARIOS.filter(scenario => scenario.name === NAME),
    );
    const observatory = new Observatory(stage.sandbox);
    server = createControlServer({
      metrics: () => {
        observatory.advance(stage.sandbox.clock.now());
        return formatFamilies(observatory.families());
      },
      stage: {
        sandbox: stage.sandbox,
        prometheus: () => undefined,
        setApiUp: async (name, isUp) => {
          apiUp[name] = isUp;
        },
        reset: async () => {},
      },
    });
    url = `http://127.0.0.1:${await listen(server, 0, '127.0.0.1')}`;
  }, 300_000);

  afterAll(async () => {
    await close(server);
    await stage.remove();
  });

  it('should list the environments with their state', async () => {
    expect((await act('list')).message).toMatch(
      /payments-production\s+production-eu\s+Healthy, Synced/,
    );
  });

  it('should say what is wrong with an action', async () => {
    expect(await act('break', 'database', 'nothing')).toEqual({
      status: 404,
      message: `There is no environment "nothing": use one of ${NAME}`,
    });
    expect((await act('break', 'coffee', NAME)).status).toBe(400);
    expect((await act('unknown')).status).toBe(404);
  });

  it.each([
    ['database', 'CrashLoopBackOff'],
    ['image', 'ImagePullBackOff'],
    ['config', 'CreateContainerConfigError'],
    ['memory', 'CrashLoopBackOff'],
  ])(
    'should break the %s so that pods wait with %s, and heal it',
    async (what, reason) => {
      await act('break', what, NAME);
      const reasons = new Set<string | undefined>();
      for (let pass = 0; pass < 90; pass += 1) {
        stage.pass(5);
        servers().forEach(pod =>
          reasons.add(pod.status?.containerStatuses?.[0].state.waiting?.reason),
        );
        if (reasons.has(reason)) break;
      }
      expect(reasons).toContain(reason);

      await act('heal', NAME);
      stage.pass(90);
      expect(application()?.status?.health?.status).toBe('Healthy');
    },
  );

  it('should scale by hand, and let Argo CD put it back when healed', async () => {
    const size = () =>
      cluster()
        .list<Deployment>('apps/v1', 'Deployment')
        .find(object => object.metadata.name === `${NAME}-studio`)?.spec
        .replicas;
    const before = size();
    await act('scale', NAME, '5', 'studio');
    stage.pass(5);
    expect(size()).toBe(5);
    expect(application()?.status?.sync?.status).toBe('OutOfSync');
    await act('heal', NAME);
    stage.pass(10);
    expect(size()).toBe(before);
    expect(application()?.status?.sync?.status).toBe('Synced');
  });

  it('should expire and renew a certificate', async () => {
    const ready = () =>
      cluster()
        .list<KubernetesObject>('cert-manager.io/v1', 'Certificate')
        .map(object => JSON.stringify(object.status));
    const certificates = ready().length;
    await act('expire-certificate', NAME);
    stage.pass(3);
    expect(ready().filter(text => text.includes('"Expired"'))).toHaveLength(
      certificates,
    );
    await act('heal', NAME);
    stage.pass(20);
    expect(ready().filter(text => text.includes('"Expired"'))).toHaveLength(0);
  });

  it('should take a cluster down, forbid it and heal it', async () => {
    await act('api-down', 'staging-eu');
    await act('forbidden', 'production-eu');
    expect(apiUp['staging-eu']).toBe(false);
    expect(cluster().faults.isForbidden).toBe(true);
    await act('heal');
    expect(apiUp['staging-eu']).toBe(true);
    expect(cluster().faults.isForbidden).toBe(false);
  });

  it('should export what Prometheus scrapes', async () => {
    await fetch(`${url}/metrics`);
    stage.pass(30);
    const text = await (await fetch(`${url}/metrics`)).text();
    const value = (series: RegExp) =>
      Number(
        text
          .split('\n')
          .find(line => series.test(line))
          ?.split(' ')
          .at(-1),
      );
    expect(
      value(/^http_requests_received_total\{.*payments-elsa.*code="200"/),
    ).toBeGreaterThan(0);
    expect(
      value(/^kube_deployment_status_replicas_available\{.*production-server"/),
    ).toBe(3);
    expect(
      value(/^container_cpu_usage_seconds_total\{.*production-server-/),
    ).toBeGreaterThan(0);
    expect(
      value(/^probe_success\{.*elsa_environment="payments-production"/),
    ).toBe(1);
  });
});
