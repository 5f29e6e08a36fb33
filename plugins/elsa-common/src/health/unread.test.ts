import type { ComponentName } from '../contract';
import { evaluateEnvironment } from './evaluateEnvironment';
import { ENVIRONMENT, now } from './fixtures/metadata';
import { autoscaler, disruptionBudget, httpRoute } from './fixtures/platform';
import { withFields } from './fixtures/withFields';
import {
  cronJob,
  deployment,
  job,
  pod,
  replicaSet,
  studio,
  waiting,
} from './fixtures/workloads';
import type { EnvironmentInput, UnreadObjects } from './types';

const PROGRAMS: ComponentName[] = ['server', 'studio', 'database', 'rabbitmq'];

function unread(
  group: string,
  kind: string,
  more: Partial<UnreadObjects> = {},
): UnreadObjects {
  return { group, kind, state: 'forbidden', decides: [], ...more };
}

const rabbitmqClusters = unread('rabbitmq.com', 'RabbitmqCluster', {
  decides: ['rabbitmq'],
  mayHide: ['rabbitmq'],
});
const deployments = unread('apps', 'Deployment', {
  decides: PROGRAMS,
  mayHide: PROGRAMS,
});
const statefulSets = unread('apps', 'StatefulSet', {
  decides: PROGRAMS,
  mayHide: PROGRAMS,
});
const ingresses = unread('networking.k8s.io', 'Ingress', {
  decides: ['exposure'],
  mayHide: ['exposure'],
});
const certificates = unread('cert-manager.io', 'Certificate', {
  decides: ['exposure'],
});
const pods = unread('', 'Pod', { decides: PROGRAMS, isPartOfAll: true });
const autoscalers = unread('autoscaling', 'HorizontalPodAutoscaler');
const budgets = unread('policy', 'PodDisruptionBudget');
const jobs = unread('batch', 'Job');

const server = [deployment, replicaSet, pod];
const rabbitmqCluster = {
  apiVersion: 'rabbitmq.com/v1beta1',
  kind: 'RabbitmqCluster',
  metadata: { name: `${ENVIRONMENT}-rabbitmq`, namespace: ENVIRONMENT },
  status: {
    conditions: [
      { type: 'AllReplicasReady', status: 'True' },
      { type: 'ClusterAvailable', status: 'True' },
    ],
  },
};
const crashing = withFields(pod, {
  'status.containerStatuses[0]': waiting('CrashLoopBackOff', 'back-off'),
});

function evaluate(
  objects: readonly unknown[],
  more: Partial<EnvironmentInput> = {},
) {
  return evaluateEnvironment({
    name: ENVIRONMENT,
    objects,
    now,
    ...more,
  });
}

function healthOf(result: ReturnType<typeof evaluate>) {
  const { status, isPartial } = result.health;
  return {
    environment: isPartial ? `${status} (partial)` : status,
    ...Object.fromEntries(
      result.components.map(({ name, health }) => [name, health]),
    ),
  };
}

describe('kinds that cannot be read', () => {
  it.each<[string, UnreadObjects[]]>([
    ['a broker that it does not have', [rabbitmqClusters]],
    ['another way to be exposed', [ingresses, certificates]],
    ['another kind of workload', [statefulSets]],
    ['what only adds detail', [autoscalers, budgets, jobs]],
  ])('should leave an environment as it is that lacks %s', (_, kinds) => {
    const objects = [...server, studio, httpRoute];
    const whole = evaluate(objects);
    const first = evaluate(objects, { unread: kinds });
    expect(healthOf(first)).toEqual(healthOf(whole));
    const later = evaluate(objects, {
      unread: kinds,
      previous: whole.usedKinds,
    });
    expect(healthOf(later)).toEqual(healthOf(whole));
    expect(later.health.reasons).toEqual(whole.health.reasons);
  });

  it('should not know a part that an earlier reading had, for as long as it lasts', () => {
    let { usedKinds } = evaluate([...server, rabbitmqCluster]);
    for (let round = 0; round < 3; round++) {
      const result = evaluate(server, {
        unread: [rabbitmqClusters],
        previous: usedKinds,
      });
      expect(healthOf(result)).toEqual({
        environment: 'Unknown (partial)',
        server: 'Healthy',
        rabbitmq: 'Unknown',
      });
      expect(result.health.reasons[0]).toMatchObject({
        code: 'NotRead',
        component: 'rabbitmq',
        message:
          'Objects of kind RabbitmqCluster could not be read (forbidden).',
      });
      ({ usedKinds } = result);
    }
    // Readable again, and gone.
    const result = evaluate(server, { previous: usedKinds });
    expect(healthOf(result)).toEqual({
      environment: 'Missing (partial)',
      server: 'Healthy',
      rabbitmq: 'Missing',
    });
    expect(result.usedKinds.components).not.toHaveProperty('rabbitmq');
  });

  it('should ask the catalog about what was never read, and only then', () => {
    const options = {
      unread: [rabbitmqClusters],
      expectedComponents: ['rabbitmq' as const],
    };
    const first = evaluate(server, options);
    expect(healthOf(first)).toMatchObject({
      environment: 'Unknown (partial)',
      rabbitmq: 'Unknown',
    });
    const second = evaluate(server, { ...options, previous: first.usedKinds });
    expect(healthOf(second)).toMatchObject({ rabbitmq: 'Unknown' });
    // It was looked for and not found: the broker lives outside of the cluster.
    const { usedKinds } = evaluate(server);
    expect(
      healthOf(evaluate(server, { ...options, previous: usedKinds })),
    ).toEqual({ environment: 'Healthy', server: 'Healthy' });
  });

  it('should not call a database Missing that may be of a kind that is not read', () => {
    expect(
      healthOf(
        evaluate(server, {
          unread: [statefulSets],
          expectedComponents: ['database'],
        }),
      ),
    ).toEqual({
      environment: 'Unknown',
      server: 'Healthy',
      database: 'Unknown',
    });
  });

  it('should know a server neither without its Deployment nor without its pods', () => {
    const orphans = [replicaSet, pod];
    expect(
      healthOf(evaluate(orphans, { unread: [deployments] })),
    ).toMatchObject({ environment: 'Unknown', server: 'Unknown' });
    expect(healthOf(evaluate([deployment], { unread: [pods] }))).toMatchObject({
      environment: 'Unknown',
      server: 'Unknown',
    });
  });

  it('should call an environment Missing of which nothing is left but what it never used', () => {
    expect(evaluate([], { unread: [rabbitmqClusters] }).health).toMatchObject({
      status: 'Missing',
      isPartial: false,
    });
  });

  it.each([
    ['autoscaler', autoscalers, autoscaler, 'server'],
    ['disruption budget', budgets, disruptionBudget, 'server'],
    ['jobs', jobs, job, 'backup'],
  ])(
    'should say that %s cannot be read where there were some, without making the rest worse',
    (_, kind, object, component) => {
      const rest = [...server, studio, cronJob];
      const { usedKinds } = evaluate([...rest, object]);
      const result = evaluate(rest, { unread: [kind], previous: usedKinds });
      expect(healthOf(result)).toEqual({
        ...healthOf(evaluate(rest)),
        environment: 'Unknown (partial)',
        [component]: 'Unknown',
      });
      expect(result.health.reasons[0]).toMatchObject({
        code: 'NotRead',
        component,
      });
    },
  );

  it('should not cover up what is certainly wrong', () => {
    const { usedKinds } = evaluate([...server, autoscaler, rabbitmqCluster]);
    const result = evaluate([deployment, replicaSet, crashing], {
      unread: [autoscalers, rabbitmqClusters],
      previous: usedKinds,
    });
    expect(healthOf(result)).toMatchObject({
      environment: 'Degraded',
      server: 'Degraded',
      rabbitmq: 'Unknown',
    });
    expect(result.health.reasons[0].code).toBe('CrashLoopBackOff');
    expect(result.health.reasons.map(({ code }) => code)).toContain('NotRead');
  });
});
