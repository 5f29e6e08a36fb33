import { evaluateEnvironment } from '../evaluateEnvironment';
import {
  ago,
  condition,
  ENVIRONMENT,
  NAMESPACE,
  now,
} from '../fixtures/metadata';
import { autoscaler } from '../fixtures/platform';
import { withFields } from '../fixtures/withFields';
import {
  daemonSet,
  deployment,
  pod,
  replicaSet,
  statefulSet,
  waiting,
} from '../fixtures/workloads';

function judge(...objects: unknown[]) {
  const { health } = evaluateEnvironment({
    name: ENVIRONMENT,
    objects,
    now,
    required: [],
  });
  return {
    status: health.status,
    codes: health.reasons.map(({ code }) => code),
    reasons: health.reasons,
  };
}

const ofDeployment = (
  type: string,
  status: string,
  reason: string,
  seconds: number,
  message = '',
) =>
  withFields(deployment, {
    'status.replicas': 0,
    'status.updatedReplicas': 0,
    'status.readyReplicas': 0,
    'status.availableReplicas': 0,
    'status.conditions': [
      condition(type, status, reason, message, {
        lastTransitionTime: ago(seconds),
      }),
    ],
  });

const event = (
  kind: string,
  name: string,
  reason: string,
  message: string,
) => ({
  apiVersion: 'v1',
  kind: 'Event',
  type: 'Warning',
  metadata: { name: `${name}.1`, namespace: NAMESPACE },
  involvedObject: { kind, name, namespace: NAMESPACE },
  reason,
  message,
  firstTimestamp: ago(1200),
  lastTimestamp: ago(10),
});

describe('what is not created', () => {
  it('should try a ReplicaSet again before it gives up, with the cause', () => {
    const refused = (seconds: number) =>
      judge(
        ofDeployment(
          'Progressing',
          'False',
          'ReplicaSetCreateError',
          seconds,
          'exceeded quota',
        ),
      );
    expect(refused(600)).toMatchObject({
      status: 'Progressing',
      codes: ['ReplicaSetCreateError'],
    });
    expect(refused(601)).toMatchObject({
      status: 'Degraded',
      codes: ['ReplicaSetCreateError'],
      reasons: [{ evidence: { message: 'exceeded quota' } }],
    });
  });

  it('should name the namespace that is being deleted', () => {
    expect(
      judge(
        withFields(deployment, {
          'status.conditions': [
            condition(
              'ReplicaFailure',
              'True',
              'FailedCreate',
              'pods "x" is forbidden: unable to create new content in namespace pay because it is being terminated',
            ),
          ],
        }),
      ).codes,
    ).toContain('NamespaceTerminating');
    const namespace = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE, deletionTimestamp: ago(3600) },
      status: {
        phase: 'Terminating',
        conditions: [
          condition(
            'NamespaceFinalizersRemaining',
            'True',
            'SomeFinalizersRemain',
            'in 1 resource instances',
          ),
        ],
      },
    };
    const broken = withFields(pod, {
      'status.containerStatuses[0]': waiting('CrashLoopBackOff', ''),
    });
    expect(judge(deployment, broken, namespace)).toMatchObject({
      status: 'Degraded',
      reasons: [
        {
          code: 'NamespaceTerminating',
          evidence: { message: 'in 1 resource instances' },
        },
        { code: 'CrashLoopBackOff' },
      ],
    });
  });

  it.each([
    ['StatefulSet', statefulSet, 'status.replicas', 'status.readyReplicas'],
    [
      'DaemonSet',
      daemonSet,
      'status.currentNumberScheduled',
      'status.numberAvailable',
    ],
  ])('should see that a %s has no pod', (_, workload, count, ready) => {
    const empty = (seconds: number) =>
      judge(
        withFields(workload, {
          'metadata.creationTimestamp': ago(seconds),
          [count]: 0,
          [ready]: 0,
        }),
      );
    expect(empty(600).status).toBe('Progressing');
    expect(empty(601)).toMatchObject({
      status: 'Degraded',
      codes: ['PodsNotCreated'],
    });
  });

  it('should see that a Job never got a pod', () => {
    const job = (fields: Record<string, unknown>) =>
      judge(
        withFields(
          {
            apiVersion: 'batch/v1',
            kind: 'Job',
            metadata: {
              name: 'migrate',
              namespace: NAMESPACE,
              creationTimestamp: ago(3600),
            },
            spec: {},
            status: { startTime: ago(3600) },
          },
          fields,
        ),
      ).status;
    expect(job({})).toBe('Degraded');
    expect(job({ 'status.active': 1 })).toBe('Progressing');
    expect(job({ 'status.startTime': ago(60) })).toBe('Progressing');
  });

  it('should say what refused the pods, where events were read', () => {
    const empty = withFields(statefulSet, {
      'status.replicas': 0,
      'status.readyReplicas': 0,
    });
    const refusal = event(
      'StatefulSet',
      statefulSet.metadata.name,
      'FailedCreate',
      'violates PodSecurity "restricted:latest"',
    );
    expect(judge(empty, refusal).reasons).toMatchObject([
      {
        code: 'FailedCreate',
        evidence: { message: 'violates PodSecurity "restricted:latest"' },
      },
    ]);
  });

  it('should wait for a pod that is on its way', () => {
    const scaled = withFields(statefulSet, {
      'spec.replicas': 3,
      'status.replicas': 0,
      'metadata.generation': 5,
    });
    expect(judge(scaled).status).toBe('Progressing');
  });
});

describe('workloads', () => {
  it('should not wait for a Deployment for ever whose pods nobody sees', () => {
    const unavailable = (seconds: number) =>
      judge(
        ofDeployment(
          'Available',
          'False',
          'MinimumReplicasUnavailable',
          seconds,
        ),
      );
    expect(unavailable(600).status).toBe('Progressing');
    expect(unavailable(601)).toMatchObject({
      status: 'Degraded',
      codes: ['NotAvailable'],
    });
  });

  const leaving = withFields(pod, { 'metadata.deletionTimestamp': ago(9000) });

  it('should only remark on a pod that does not go where others serve', () => {
    expect(judge(deployment, replicaSet, leaving)).toMatchObject({
      status: 'Healthy',
      reasons: [{ code: 'StuckTerminating', health: 'Healthy' }],
    });
  });

  it('should see a pod that does not go where nothing takes its place', () => {
    const waitingDeployment = withFields(deployment, {
      'status.availableReplicas': 0,
    });
    expect(judge(waitingDeployment, replicaSet, leaving)).toMatchObject({
      status: 'Degraded',
      codes: ['StuckTerminating'],
    });
  });

  it('should see anything else that does not go', () => {
    const claim = (seconds: number) =>
      judge({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'data', deletionTimestamp: ago(seconds) },
        status: { phase: 'Bound' },
      });
    expect(claim(600)).toMatchObject({
      status: 'Progressing',
      codes: ['PendingDeletion'],
    });
    expect(claim(601)).toMatchObject({
      status: 'Degraded',
      codes: ['StuckTerminating'],
    });
  });

  it('should judge the pods of an owner that has no health', () => {
    const owner = {
      apiVersion: 'core.strimzi.io/v1beta2',
      kind: 'StrimziPodSet',
      metadata: { name: 'kafka', namespace: NAMESPACE, uid: 'kafka' },
    };
    const broken = withFields(pod, {
      'metadata.ownerReferences': [
        { kind: 'StrimziPodSet', name: 'kafka', uid: 'kafka' },
      ],
      'status.containerStatuses[0]': waiting('CrashLoopBackOff', ''),
    });
    expect(judge(owner, broken)).toMatchObject({
      status: 'Degraded',
      codes: ['CrashLoopBackOff'],
    });
  });

  it('should say why a pod waits, where events were read', () => {
    const stuck = withFields(pod, {
      'metadata.creationTimestamp': ago(3600),
      'status.phase': 'Pending',
      'status.conditions': undefined,
      'status.initContainerStatuses': undefined,
      'status.containerStatuses': undefined,
    });
    const why = event(
      'Pod',
      pod.metadata.name,
      'FailedAttachVolume',
      'Multi-Attach error for volume "pvc-1"',
    );
    expect(judge(stuck, why).reasons[0].evidence?.message).toBe(
      'Multi-Attach error for volume "pvc-1"',
    );
  });

  it('should not take a Job for done that was resumed', () => {
    const job = (conditions: unknown[]) =>
      judge({
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: { name: 'queued', namespace: NAMESPACE },
        status: { active: 1, startTime: ago(30), conditions },
      }).status;
    const resumed = condition('Suspended', 'False', 'JobResumed');
    expect(job([resumed])).toBe('Progressing');
    expect(job([resumed, condition('Complete', 'True', '')])).toBe('Healthy');
  });
});

describe('volumes', () => {
  const claim = (status: Record<string, unknown>) =>
    judge({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: NAMESPACE },
      status: { phase: 'Bound', ...status },
    });

  it.each([
    'ControllerResizeInfeasible',
    'NodeResizeInfeasible',
    'ControllerResizeFailed',
  ])('should see that the size is %s', code => {
    expect(
      claim({ allocatedResourceStatuses: { storage: code } }),
    ).toMatchObject({ status: 'Degraded', codes: [code] });
  });

  it('should see that resizing failed', () => {
    expect(
      claim({
        conditions: [condition('ControllerResizeError', 'True', '', 'quota')],
      }),
    ).toMatchObject({
      status: 'Degraded',
      codes: ['ControllerResizeError'],
      reasons: [{ evidence: { message: 'quota' } }],
    });
  });

  it('should let a resize take its time', () => {
    expect(
      claim({
        allocatedResourceStatuses: { storage: 'ControllerResizeInProgress' },
        conditions: [condition('Resizing', 'True', '')],
      }).status,
    ).toBe('Healthy');
  });
});

describe('causes and consequences', () => {
  const blind = (seconds: number) =>
    withFields(autoscaler, {
      'status.conditions': [
        condition('ScalingActive', 'False', 'FailedGetResourceMetric', '', {
          lastTransitionTime: ago(seconds),
        }),
      ],
    });
  const down = withFields(deployment, {
    'status.readyReplicas': 0,
    'status.availableReplicas': 0,
    'status.conditions': [
      condition('Available', 'False', '', '', { lastTransitionTime: ago(90) }),
    ],
  });
  const unready = (fields: Record<string, unknown> = {}) =>
    withFields(pod, {
      'status.conditions': [
        condition('Ready', 'False', '', '', { lastTransitionTime: ago(90) }),
      ],
      'status.containerStatuses[0].ready': false,
      ...fields,
    });

  it('should name the first OOM kill, not the autoscaler', () => {
    const killed = unready({
      'status.containerStatuses[0].restartCount': 1,
      'status.containerStatuses[0].lastState': {
        terminated: {
          exitCode: 137,
          reason: 'OOMKilled',
          finishedAt: ago(20),
        },
      },
    });
    expect(judge(down, replicaSet, killed, blind(60))).toMatchObject({
      status: 'Degraded',
      codes: ['OOMKilled', 'FailedGetResourceMetric'],
    });
  });

  it('should not call an environment Degraded for metrics of pods that start', () => {
    const { status, reasons } = judge(down, replicaSet, unready(), blind(60));
    expect(status).toBe('Progressing');
    expect(reasons[0].evidence?.object.kind).toBe('Deployment');
  });

  it('should blame an autoscaler that was blind before', () => {
    expect(judge(down, replicaSet, unready(), blind(3600)).status).toBe(
      'Degraded',
    );
    expect(judge(deployment, replicaSet, pod, blind(300)).status).toBe(
      'Degraded',
    );
  });

  it('should name the memory that a crash loop runs out of, once', () => {
    const loop = unready({
      'status.containerStatuses[0]': waiting('CrashLoopBackOff', 'back-off', {
        restartCount: 4,
        lastState: {
          terminated: {
            exitCode: 137,
            reason: 'OOMKilled',
            startedAt: ago(60),
            finishedAt: ago(20),
          },
        },
      }),
    });
    expect(judge(down, replicaSet, loop).codes).toEqual(['OOMKilled']);
  });

  describe('of restarts', () => {
    // 72 a day, ready in between.
    const restarted = (
      restarts: number,
      finishedSecondsAgo: number,
      reason: string,
    ) =>
      judge(
        deployment,
        replicaSet,
        withFields(pod, {
          'metadata.creationTimestamp': ago(86_400),
          'status.startTime': ago(86_400),
          'status.containerStatuses[0].restartCount': restarts,
          'status.containerStatuses[0].lastState': {
            terminated: {
              exitCode: 137,
              reason,
              startedAt: ago(finishedSecondsAgo + 1200),
              finishedAt: ago(finishedSecondsAgo),
            },
          },
        }),
      );

    it.each([0, 5, 600, 1199])(
      'should warn of many and not flap, %d seconds after the last',
      seconds => {
        expect(restarted(72, seconds, 'OOMKilled')).toMatchObject({
          status: 'Healthy',
          reasons: [{ code: 'FrequentOOMKills', health: 'Healthy' }],
        });
        expect(restarted(72, seconds, 'Error').codes).toEqual([
          'FrequentRestarts',
        ]);
      },
    );

    it('should forget them when there are no more', () => {
      expect(restarted(72, 3601, 'Error').codes).toEqual([]);
      expect(restarted(2, 60, 'Error').codes).toEqual([]);
    });
  });
});
