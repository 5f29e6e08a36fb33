import fc from 'fast-check';
import type { ComponentName } from '../contract';
import { evaluateEnvironment, rollUpEnvironment } from './evaluateEnvironment';
import { cnpgBackup, cnpgCluster, cnpgScheduledBackup } from './fixtures/data';
import {
  ago,
  condition,
  ENVIRONMENT,
  metadata,
  now,
  ownedBy,
} from './fixtures/metadata';
import {
  application,
  autoscaler,
  certificate,
  claim,
  disruptionBudget,
  externalSecret,
  httpRoute,
  service,
} from './fixtures/platform';
import { withFields } from './fixtures/withFields';
import {
  cronJob,
  deployment,
  failedJobConditions,
  job,
  pod,
  replicaSet,
  SERVER_DIGEST,
  statefulSet,
  studio,
  waiting,
} from './fixtures/workloads';
import type { EnvironmentInput } from './types';

const everything = [
  deployment,
  replicaSet,
  pod,
  studio,
  statefulSet,
  claim,
  autoscaler,
  disruptionBudget,
  service,
  httpRoute,
  certificate,
  externalSecret,
  cronJob,
  job,
  application,
];

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

const rollingOut = withFields(deployment, { 'status.availableReplicas': 2 });
const crashing = withFields(pod, {
  'status.containerStatuses[0]': waiting('CrashLoopBackOff', 'back-off', {
    lastState: {
      terminated: {
        exitCode: 134,
        reason: 'Error',
        finishedAt: ago(40),
        message:
          'Npgsql.PostgresException (0x80004005): 28P01: password authentication failed for user "elsa"',
      },
    },
  }),
});

describe('evaluateEnvironment', () => {
  it('should call an environment Healthy in which everything is', () => {
    const result = evaluate(everything);
    expect(result.health).toEqual({
      status: 'Healthy',
      isPartial: false,
      reasons: [],
    });
    expect(result.components.map(({ name, health }) => [name, health])).toEqual(
      [
        ['server', 'Healthy'],
        ['studio', 'Healthy'],
        ['database', 'Healthy'],
        ['exposure', 'Healthy'],
        ['secrets', 'Healthy'],
        ['backup', 'Healthy'],
      ],
    );
    expect(result.clusterOwner).toBe('group:default/payments');
  });

  it('should summarise the server', () => {
    const server = evaluate(everything).components[0];
    expect(server).toMatchObject({
      isCritical: true,
      workload: { kind: 'Deployment', name: `${ENVIRONMENT}-server` },
      version: '3.9.0',
      replicas: {
        desired: 3,
        updated: 3,
        ready: 3,
        available: 3,
        old: 0,
        failing: 0,
      },
      rollout: {
        revision: '7',
        reason: 'NewReplicaSetAvailable',
        since: '2026-11-20T11:01:40Z',
      },
      autoscaler: {
        current: 3,
        min: 3,
        max: 10,
        metrics: [{ name: 'cpu', current: '41%', target: '70%' }],
      },
      disruptionBudget: { disruptionsAllowed: 1, currentHealthy: 3 },
      images: [
        {
          container: 'server',
          wanted: 'elsaworkflows/elsa-server-app:3.9.0',
          running: [
            {
              image: `elsaworkflows/elsa-server-app:3.9.0@${SERVER_DIGEST}`,
              pods: 1,
            },
          ],
        },
      ],
      // A sidecar counts, an init container that ended does not.
      pods: [{ isReady: true, readyContainers: 2, containers: 2, restarts: 0 }],
    });
  });

  it('should let a crashing pod turn a rollout into Degraded and name the cause', () => {
    const result = evaluate([rollingOut, replicaSet, crashing, statefulSet]);
    expect(result.health.status).toBe('Degraded');
    expect(result.health.isPartial).toBe(false);
    expect(result.health.reasons).toEqual([
      {
        code: 'CrashLoopBackOff',
        health: 'Degraded',
        component: 'server',
        message: `Pod ${ENVIRONMENT}-server-7d9f8-x2lq4 has a container server that keeps crashing (exit code 134).`,
        evidence: {
          object: {
            apiVersion: 'v1',
            kind: 'Pod',
            namespace: 'payments-elsa',
            name: `${ENVIRONMENT}-server-7d9f8-x2lq4`,
          },
          field: 'status.containerStatuses[0].state.waiting',
          container: 'server',
          message:
            'Npgsql.PostgresException (0x80004005): 28P01: password authentication failed for user "elsa"',
        },
        since: ago(40),
        runbook: 'database-connection',
      },
    ]);
    expect(result.components[0].replicas?.failing).toBe(1);
  });

  it('should find the pods of a Deployment whose ReplicaSets cannot be read', () => {
    const result = evaluate([rollingOut, crashing]);
    expect(result.health.reasons).toMatchObject([{ code: 'CrashLoopBackOff' }]);
    expect(result.components[0].replicas?.failing).toBe(1);
  });

  it('should not take a new object for the owner that is gone', () => {
    const orphan = withFields(crashing, {
      'metadata.ownerReferences[0].uid': 'another',
    });
    expect(
      evaluate([rollingOut, replicaSet, orphan]).components[0].replicas
        ?.failing,
    ).toBe(0);
  });

  it('should degrade a database whose StatefulSet Argo CD calls Progressing for ever', () => {
    const database = withFields(pod, {
      metadata: metadata(`${ENVIRONMENT}-postgresql-0`, 'database', {
        ...ownedBy('StatefulSet', `${ENVIRONMENT}-postgresql`),
      }),
      'status.containerStatuses[0]': waiting('ImagePullBackOff', ''),
    });
    expect(
      evaluate([
        deployment,
        withFields(statefulSet, { 'status.readyReplicas': 0 }),
        database,
      ]).health,
    ).toMatchObject({
      status: 'Degraded',
      isPartial: false,
      reasons: [{ code: 'ImagePullBackOff', component: 'database' }],
    });
  });

  it('should keep a rollout Progressing while its pods only start', () => {
    expect(
      evaluate([rollingOut, replicaSet, pod, statefulSet]).health,
    ).toMatchObject({
      status: 'Progressing',
      reasons: [{ code: 'ReplicasNotAvailable' }],
    });
  });

  it('should see repeated OOM kills behind a green rollout', () => {
    const killed = withFields(pod, {
      'status.containerStatuses[0].restartCount': 3,
      'status.containerStatuses[0].lastState.terminated': {
        exitCode: 137,
        reason: 'OOMKilled',
        startedAt: ago(500),
        finishedAt: ago(200),
      },
    });
    expect(evaluate([deployment, replicaSet, killed]).health).toMatchObject({
      status: 'Degraded',
      reasons: [{ code: 'OOMKilled', runbook: 'out-of-memory' }],
    });
  });

  it('should say why pods are refused that never appeared', () => {
    expect(
      evaluate([
        withFields(rollingOut, {
          'status.conditions[2]': condition(
            'ReplicaFailure',
            'True',
            'FailedCreate',
            'pods is forbidden: exceeded quota',
          ),
        }),
      ]).health.reasons[0],
    ).toMatchObject({ code: 'FailedCreate', runbook: 'pod-creation-refused' });
  });

  it('should call a fault of another part partial', () => {
    expect(
      evaluate([
        ...everything.filter(object => object !== certificate),
        withFields(certificate, { 'status.notAfter': ago(60) }),
      ]),
    ).toMatchObject({
      health: {
        status: 'Degraded',
        isPartial: true,
        reasons: [{ code: 'Expired', component: 'exposure' }],
      },
      certificates: [{ isReady: false }],
    });
  });

  it('should call a server that was scaled to 0 Suspended', () => {
    const off = withFields(deployment, {
      'spec.replicas': 0,
      status: { observedGeneration: 4 },
    });
    expect(evaluate([off, statefulSet]).health).toMatchObject({
      status: 'Suspended',
      isPartial: false,
      reasons: [{ code: 'ScaledToZero', evidence: { field: 'spec.replicas' } }],
    });
  });

  it('should not hide crashing pods behind a pause', () => {
    const paused = withFields(rollingOut, { 'spec.paused': true });
    expect(evaluate([paused, replicaSet, crashing]).health).toMatchObject({
      status: 'Degraded',
      reasons: [{ code: 'CrashLoopBackOff' }, { code: 'Paused' }],
    });
  });

  it('should degrade a database cluster that is unrecoverable although Argo CD calls it Suspended', () => {
    const lost = withFields(cnpgCluster, {
      'status.phase': 'Cluster is unrecoverable and needs manual intervention',
    });
    const { health } = evaluate([deployment, lost]);
    expect(health.status).toBe('Degraded');
    expect(health.reasons).toHaveLength(1);
    expect(
      evaluate([
        deployment,
        withFields(cnpgCluster, {
          'status.conditions[2]': condition(
            'cnpg.io/hibernation',
            'True',
            'Hibernated',
          ),
        }),
      ]).health.status,
    ).toBe('Suspended');
  });

  it('should remark that the autoscaler is at its limit without lowering health', () => {
    const capped = withFields(autoscaler, {
      'status.conditions[2]': condition(
        'ScalingLimited',
        'True',
        'TooManyReplicas',
        'the desired replica count is more than the maximum replica count',
      ),
      'status.currentReplicas': 10,
    });
    const result = evaluate([deployment, capped]);
    expect(result.health).toMatchObject({
      status: 'Healthy',
      reasons: [
        {
          code: 'TooManyReplicas',
          health: 'Healthy',
          runbook: 'autoscaler-limited',
        },
      ],
    });
    expect(result.components[0].autoscaler?.limited?.reason).toBe(
      'TooManyReplicas',
    );
  });

  describe('Missing', () => {
    it('should call an environment without objects Missing', () => {
      for (const objects of [[], [application]]) {
        expect(evaluate(objects).health).toMatchObject({
          status: 'Missing',
          isPartial: false,
          reasons: [{ code: 'Missing', runbook: 'missing-objects' }],
        });
      }
    });

    it('should miss the server when only its data is left', () => {
      expect(evaluate([claim]).health).toMatchObject({
        status: 'Missing',
        reasons: [{ code: 'Missing', component: 'server' }],
      });
    });

    it('should miss what the repository describes', () => {
      expect(
        evaluate([deployment], {
          expected: [
            {
              group: 'apps',
              kind: 'Deployment',
              name: `${ENVIRONMENT}-server`,
              component: 'server',
            },
            {
              group: 'apps',
              kind: 'StatefulSet',
              name: `${ENVIRONMENT}-postgresql`,
              component: 'database',
            },
          ],
        }).health,
      ).toMatchObject({
        status: 'Missing',
        reasons: [{ component: 'database' }],
      });
    });
  });

  describe('Unknown', () => {
    it('should not know components whose kinds were not read', () => {
      const decides: ComponentName[] = ['server', 'studio', 'database'];
      const result = evaluate([], {
        unread: [
          {
            group: 'apps',
            kind: 'Deployment',
            state: 'forbidden',
            decides,
            mayHide: decides,
          },
        ],
      });
      expect(result.health).toMatchObject({
        status: 'Unknown',
        reasons: [{ code: 'NotRead', component: 'server' }],
      });
    });
  });

  describe('backups', () => {
    it('should find the failed run of a schedule that never succeeded', () => {
      const result = evaluate([
        deployment,
        withFields(cronJob, { 'status.lastSuccessfulTime': undefined }),
        withFields(job, { 'status.conditions': failedJobConditions }),
      ]);
      expect(result.health).toMatchObject({
        status: 'Degraded',
        isPartial: true,
        reasons: [
          {
            code: 'BackoffLimitExceeded',
            component: 'backup',
            runbook: 'backup',
            evidence: { object: { kind: 'Job' } },
          },
          { code: 'BackupLate' },
        ],
      });
      expect(result.backups).toMatchObject([{ health: 'Degraded' }]);
    });

    it('should call a schedule late whose last good run is too old', () => {
      const of = (lastSuccessfulTime: string, schedule = '0 2 * * *') =>
        evaluate([
          deployment,
          withFields(cronJob, {
            'spec.schedule': schedule,
            'status.lastScheduleTime': lastSuccessfulTime,
            'status.lastSuccessfulTime': lastSuccessfulTime,
          }),
        ]);
      expect(of(ago(26 * 3600))).toMatchObject({
        health: { status: 'Healthy' },
        backups: [{ health: 'Healthy' }],
      });
      expect(of(ago(26 * 3600 + 1))).toMatchObject({
        health: {
          status: 'Degraded',
          isPartial: true,
          reasons: [{ code: 'BackupLate', since: ago(26 * 3600 + 1) }],
        },
        backups: [{ health: 'Degraded' }],
      });
      expect(of(ago(48 * 3600), '0 2 * * 0').health.status).toBe('Healthy');
      expect(of(ago(48 * 3600), '0 2 1 * *').health.status).toBe('Healthy');
    });

    it('should tell of a schedule that makes no backups', () => {
      const of = (fields: Record<string, unknown>) =>
        evaluate([deployment, withFields(cronJob, fields)]);
      const never = { 'status.lastSuccessfulTime': undefined };
      expect(of({ 'spec.suspend': true }).health).toMatchObject({
        status: 'Suspended',
        isPartial: true,
        reasons: [{ code: 'BackupSuspended' }],
      });
      expect(of({ 'spec.schedule': '0 0 31 2 *' }).health).toMatchObject({
        status: 'Degraded',
        reasons: [{ code: 'NeverRuns' }],
      });
      expect(of({ 'spec.schedule': 'at night' }).health).toMatchObject({
        reasons: [{ code: 'ScheduleInvalid' }],
      });
      expect(of(never).health).toMatchObject({
        reasons: [
          {
            code: 'BackupLate',
            message: expect.stringContaining('never had a successful backup'),
          },
        ],
      });
      expect(
        of({ ...never, 'metadata.creationTimestamp': ago(3600) }).health,
      ).toMatchObject({ status: 'Healthy', reasons: [] });
    });

    it("should believe the cluster where a schedule's backups cannot be seen", () => {
      const of = (...objects: unknown[]) =>
        evaluate([deployment, cnpgScheduledBackup, ...objects]).health;
      const cluster = (lastSuccess: string) =>
        withFields(cnpgCluster, {
          'status.lastSuccessfulBackupByMethod': { plugin: lastSuccess },
        });
      expect(of(cnpgCluster)).toMatchObject({ status: 'Healthy' });
      expect(
        of(cluster(ago(3600)), { ...cnpgBackup, status: {} }),
      ).toMatchObject({ status: 'Progressing' });
      expect(of(cluster(ago(5 * 86400)), cnpgBackup).status).toBe('Healthy');
      expect(
        of(
          cluster(ago(5 * 86400)),
          withFields(cnpgBackup, { 'status.phase': 'failed' }),
        ).reasons.map(({ code }) => code),
      ).toEqual(['BackupFailed', 'BackupLate']);
    });

    it('should judge the newest backup only and tell when a schedule last succeeded', () => {
      const old = withFields(cnpgBackup, {
        'metadata.name': 'old',
        'metadata.creationTimestamp': '2026-11-01T02:00:00Z',
        'status.phase': 'failed',
      });
      const result = evaluate([
        deployment,
        cnpgCluster,
        old,
        cnpgBackup,
        cnpgScheduledBackup,
      ]);
      expect(result.health.status).toBe('Healthy');
      expect(result.backups).toMatchObject([
        { kind: 'ScheduledBackup', lastSuccessAt: '2026-11-22T02:02:41Z' },
        { kind: 'Backup', health: 'Healthy' },
      ]);
    });
  });

  it('should ignore hooks except one that failed', () => {
    const hook = withFields(job, {
      metadata: metadata(`${ENVIRONMENT}-migration`, 'server', {
        annotations: { 'argocd.argoproj.io/hook': 'Sync' },
      }),
      'status.conditions': undefined,
    });
    expect(evaluate([deployment, hook]).health.status).toBe('Healthy');
    expect(
      evaluate([
        deployment,
        withFields(hook, { 'status.conditions': failedJobConditions }),
      ]).health.reasons,
    ).toMatchObject([{ component: 'server', runbook: 'migration' }]);
  });

  it("should show Argo CD's verdict beside ours", () => {
    const result = evaluate([
      deployment,
      withFields(application, { 'status.health.status': 'Degraded' }),
    ]);
    expect(result.health.status).toBe('Healthy');
    expect(result.argoCd).toMatchObject({
      application: ENVIRONMENT,
      namespace: 'argocd',
      health: { status: 'Degraded' },
      sync: { status: 'OutOfSync' },
      operation: { phase: 'Succeeded' },
      outOfSync: [{ apiVersion: 'apps/v1', kind: 'Deployment' }],
    });
  });

  it('should add the usage of volumes', () => {
    expect(
      evaluate(everything, {
        volumeUsedBytes: new Map([[claim.metadata.name, 1234]]),
      }).storage,
    ).toEqual([
      {
        claim: claim.metadata.name,
        component: 'database',
        phase: 'Bound',
        storageClass: 'gp3',
        requestedBytes: 20 * 2 ** 30,
        capacityBytes: 20 * 2 ** 30,
        usedBytes: 1234,
      },
    ]);
  });

  it('should warn of a full volume and a late renewal without lowering health', () => {
    const result = evaluate(
      [
        deployment,
        claim,
        withFields(certificate, {
          'status.notAfter': ago(-3 * 86400),
          'status.renewalTime': ago(27 * 86400),
        }),
      ],
      { volumeUsedBytes: new Map([[claim.metadata.name, 19 * 2 ** 30]]) },
    );
    expect(result.health).toMatchObject({
      status: 'Healthy',
      reasons: [
        {
          code: 'VolumeNearlyFull',
          health: 'Healthy',
          message: `PersistentVolumeClaim ${claim.metadata.name} is 95 % full.`,
        },
        { code: 'RenewalOverdue', health: 'Healthy', runbook: 'certificate' },
      ],
    });
  });

  it('should give the same answer whatever the order of the objects', () => {
    const expected = evaluate([rollingOut, ...everything.slice(1)]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([rollingOut, ...everything.slice(1)], {
          minLength: everything.length,
        }),
        shuffled => {
          expect(evaluate(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('should not throw on objects that are anything, nor call them Healthy', () => {
    const kinds = [
      ['apps/v1', 'Deployment'],
      ['apps/v1', 'StatefulSet'],
      ['v1', 'Pod'],
      ['autoscaling/v1', 'HorizontalPodAutoscaler'],
      ['autoscaling/v2', 'HorizontalPodAutoscaler'],
      ['batch/v1', 'CronJob'],
      ['gateway.networking.k8s.io/v1', 'HTTPRoute'],
      ['postgresql.cnpg.io/v1', 'Cluster'],
      ['argoproj.io/v1alpha1', 'Application'],
    ] as const;
    const fields = fc.dictionary(
      fc.constantFrom(
        'conditions',
        'phase',
        'containerStatuses',
        'initContainerStatuses',
        'parents',
        'name',
        'labels',
        'ownerReferences',
        'replicas',
        'template',
        'metrics',
        'schedule',
      ),
      fc.anything(),
    );
    const odd = fc.oneof(
      fc.anything(),
      fc
        .tuple(
          fc.constantFrom(...kinds),
          fc.record(
            {
              metadata: fc.oneof(fields, fc.anything()),
              spec: fc.oneof(fields, fc.anything()),
              status: fc.oneof(fields, fc.anything()),
            },
            { requiredKeys: [] },
          ),
        )
        .map(([[apiVersion, kind], rest]) => ({ apiVersion, kind, ...rest })),
    );
    fc.assert(
      fc.property(fc.array(odd), objects => {
        expect(evaluate(objects).health.status).not.toBe('Healthy');
      }),
      { numRuns: 300 },
    );
  });
});

describe('rollUpEnvironment', () => {
  type Health = 'Healthy' | 'Progressing' | 'Degraded' | 'Missing' | 'Unknown';

  it.each<[Health, Health[], Health, boolean]>([
    ['Healthy', [], 'Healthy', false],
    ['Healthy', ['Unknown'], 'Unknown', true],
    ['Progressing', ['Unknown'], 'Unknown', true],
    ['Progressing', ['Missing'], 'Missing', true],
    ['Healthy', ['Degraded'], 'Degraded', true],
    // What is certainly wrong is not covered up by what is not known.
    ['Healthy', ['Unknown', 'Degraded'], 'Degraded', true],
    ['Healthy', ['Unknown', 'Progressing'], 'Unknown', true],
    ['Degraded', ['Unknown'], 'Degraded', false],
    ['Missing', ['Unknown'], 'Missing', false],
    ['Unknown', ['Degraded'], 'Unknown', false],
    ['Unknown', ['Unknown'], 'Unknown', false],
  ])(
    'should make of a server that is %s and others that are %j: %s',
    (server, others, status, isPartial) => {
      expect(
        rollUpEnvironment([
          { health: server, isCritical: true },
          ...others.map(health => ({ health, isCritical: false })),
        ]),
      ).toEqual({ status, isPartial });
    },
  );
});
