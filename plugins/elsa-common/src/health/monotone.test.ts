import fc from 'fast-check';
import type { HealthStatus } from '../contract';
import { evaluateEnvironment } from './evaluateEnvironment';

const now = Date.parse('2026-11-22T20:00:00Z');
const at = (secondsAgo: number) =>
  new Date(now - secondsAgo * 1000).toISOString();

/** How bad what is shown is; what is certainly wrong is worse than what nobody knows. */
const BADNESS: Record<HealthStatus, number> = {
  Healthy: 0,
  Suspended: 1,
  Progressing: 2,
  Unknown: 3,
  Missing: 4,
  Degraded: 5,
};

/** Everything that is true of one pod; all absent: it works. */
interface PodFacts {
  unreadyFor?: number;
  pendingFor?: number;
  unscheduledFor?: number;
  waiting?: string;
  crashedAgo?: number;
  isOutOfMemory?: boolean;
  lostFor?: number;
  leavingFor?: number;
}

interface WorkloadFacts {
  kind: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'ReplicaSet';
  component: string | undefined;
  pods: PodFacts[];
  refusal?: 'ReplicaFailure' | 'ReplicaSetCreateError';
  blindFor?: number;
  resize?: string;
}

const isReady = (pod: PodFacts) => Object.values(pod).length === 0;

function metadata(name: string, component: string | undefined) {
  return {
    name,
    namespace: 'pay',
    uid: name,
    generation: 1,
    creationTimestamp: at(86_400),
    labels: component ? { 'app.kubernetes.io/component': component } : {},
  };
}

function podOf(owner: string, kind: string, index: number, facts: PodFacts) {
  const { pendingFor, unscheduledFor, unreadyFor, lostFor, leavingFor } = facts;
  const since = Math.max(
    unreadyFor ?? 0,
    pendingFor ?? 0,
    unscheduledFor ?? 0,
    facts.crashedAgo ?? 0,
  );
  const isPending = pendingFor !== undefined || unscheduledFor !== undefined;
  let ready = isReady(facts) ? 'True' : 'False';
  if (lostFor !== undefined) ready = 'Unknown';
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...metadata(`${owner}-${index}`, undefined),
      creationTimestamp: at(isPending ? since : 86_400),
      ownerReferences: [{ kind, name: owner, uid: owner, controller: true }],
      ...(leavingFor === undefined
        ? {}
        : {
            deletionTimestamp: at(leavingFor),
            deletionGracePeriodSeconds: 30,
          }),
    },
    spec: { restartPolicy: 'Always', containers: [{ name: 'main' }] },
    status: {
      phase: isPending ? 'Pending' : 'Running',
      startTime: at(86_400),
      conditions: [
        {
          type: 'PodScheduled',
          status: unscheduledFor === undefined ? 'True' : 'False',
          reason: unscheduledFor === undefined ? '' : 'Unschedulable',
          lastTransitionTime: at(since || 86_400),
        },
        {
          type: 'Ready',
          status: ready,
          lastTransitionTime: at(lostFor ?? (since || 86_400)),
        },
      ],
      containerStatuses: [
        {
          name: 'main',
          ready: isReady(facts),
          restartCount: facts.crashedAgo === undefined ? 0 : 1,
          state: facts.waiting
            ? { waiting: { reason: facts.waiting } }
            : { running: {} },
          ...(facts.crashedAgo === undefined
            ? {}
            : {
                lastState: {
                  terminated: {
                    exitCode: 137,
                    reason: facts.isOutOfMemory ? 'OOMKilled' : 'Error',
                    finishedAt: at(facts.crashedAgo),
                  },
                },
              }),
        },
      ],
    },
  };
}

function objectsOf(facts: WorkloadFacts, index: number): unknown[] {
  const { kind, component, pods } = facts;
  const name = `${component ?? 'web'}-${index}`;
  const living = pods.filter(({ leavingFor }) => leavingFor === undefined);
  const ready = pods.filter(isReady).length;
  const failure =
    facts.refusal === 'ReplicaFailure'
      ? [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate' }]
      : [];
  const refused =
    facts.refusal === 'ReplicaSetCreateError' && kind === 'Deployment';
  return [
    {
      apiVersion: 'apps/v1',
      kind,
      metadata: metadata(name, component),
      spec: { replicas: pods.length },
      status: {
        observedGeneration: 1,
        replicas: living.length,
        updatedReplicas: living.length,
        readyReplicas: ready,
        availableReplicas: ready,
        desiredNumberScheduled: pods.length,
        currentNumberScheduled: living.length,
        updatedNumberScheduled: living.length,
        numberAvailable: ready,
        conditions: [
          ...failure,
          ...(refused
            ? [
                {
                  type: 'Progressing',
                  status: 'False',
                  reason: 'ReplicaSetCreateError',
                  lastTransitionTime: at(7200),
                },
              ]
            : []),
        ],
      },
    },
    ...pods.map((pod, position) => podOf(name, kind, position, pod)),
    ...(facts.blindFor === undefined
      ? []
      : [
          {
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            metadata: metadata(name, component),
            spec: { scaleTargetRef: { kind, name } },
            status: {
              conditions: [
                {
                  type: 'ScalingActive',
                  status: 'False',
                  reason: 'FailedGetResourceMetric',
                  lastTransitionTime: at(facts.blindFor),
                },
              ],
            },
          },
        ]),
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: metadata(name, component),
      status: {
        phase: 'Bound',
        ...(facts.resize
          ? { allocatedResourceStatuses: { storage: facts.resize } }
          : {}),
      },
    },
  ];
}

function judge(environment: readonly WorkloadFacts[]) {
  const { health } = evaluateEnvironment({
    name: 'payments',
    objects: environment.flatMap(objectsOf),
    now,
    required: [],
  });
  return health;
}

const workload: fc.Arbitrary<WorkloadFacts> = fc.record({
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'),
  component: fc.constantFrom(
    'server',
    'studio',
    'database',
    'redis',
    'rabbitmq',
    'pgbouncer',
    undefined,
  ),
  pods: fc.array(fc.constant<PodFacts>({}), { minLength: 1, maxLength: 3 }),
});

/** What goes wrong, one after another: each is younger than those before. */
type Sign = (facts: WorkloadFacts, pod: number, age: number) => WorkloadFacts;

const ofPod =
  (change: (age: number) => PodFacts): Sign =>
  (facts, pod, age) => ({
    ...facts,
    pods: facts.pods.map((known, index) =>
      // What is older stays as it was.
      index === pod % facts.pods.length ? { ...change(age), ...known } : known,
    ),
  });

const SIGNS: Record<string, Sign> = {
  notReady: ofPod(age => ({ unreadyFor: age })),
  pending: ofPod(age => ({ pendingFor: age })),
  unschedulable: ofPod(age => ({ unscheduledFor: age })),
  crashLoop: ofPod(() => ({ waiting: 'CrashLoopBackOff' })),
  noImage: ofPod(() => ({ waiting: 'ImagePullBackOff' })),
  crash: ofPod(age => ({ crashedAgo: Math.min(age, 500) })),
  outOfMemory: ofPod(age => ({
    crashedAgo: Math.min(age, 500),
    isOutOfMemory: true,
  })),
  nodeLost: ofPod(() => ({ lostFor: 3600 })),
  terminating: ofPod(() => ({ leavingFor: 3600 })),
  refused: facts => ({ ...facts, refusal: 'ReplicaFailure' }),
  noReplicaSet: facts => ({
    ...facts,
    refusal: facts.refusal ?? 'ReplicaSetCreateError',
  }),
  blind: (facts, _, age) => ({ blindFor: age, ...facts }),
  resize: facts => ({ ...facts, resize: 'ControllerResizeInfeasible' }),
};

const step = fc.record({
  sign: fc.oneof(
    fc.constantFrom('notReady', 'pending', 'blind'),
    fc.constantFrom(...Object.keys(SIGNS)),
  ),
  workload: fc.nat(10),
  pod: fc.nat(10),
  // Around the limits, which are two and ten minutes.
  age: fc.oneof(
    fc.integer({ min: 1, max: 900 }),
    fc.integer({ min: 900, max: 7200 }),
  ),
});

/** Faults that nothing excuses, whatever else is true. */
function isCertainlyBroken({ pods }: WorkloadFacts): boolean {
  return pods.some(
    ({ waiting, lostFor, leavingFor, unreadyFor, pendingFor }) =>
      leavingFor === undefined &&
      (waiting !== undefined ||
        lostFor !== undefined ||
        Math.min(unreadyFor ?? 0, pendingFor ?? Infinity) > 600),
  );
}

describe('health of random environments', () => {
  it('should never improve with a bad sign, nor show the worst fault as better than it is', () => {
    fc.assert(
      fc.property(
        fc.array(workload, { minLength: 1, maxLength: 3 }),
        fc.array(step, { minLength: 1, maxLength: 8 }),
        (start, steps) => {
          let environment = start;
          let before = judge(environment);
          expect(before.status).toBe('Healthy');
          const ordered = [...steps].sort((a, b) => b.age - a.age);
          for (const { sign, workload: which, pod, age } of ordered) {
            const index = which % environment.length;
            environment = environment.map((facts, position) =>
              position === index ? SIGNS[sign](facts, pod, age) : facts,
            );
            const after = judge(environment);
            expect({
              sign,
              isBetter: BADNESS[after.status] < BADNESS[before.status],
            }).toEqual({ sign, isBetter: false });
            before = after;
          }
          const isBroken = environment.some(isCertainlyBroken);
          expect(isBroken && before.status !== 'Degraded').toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('should never name an autoscaler before what it follows from', () => {
    fc.assert(
      fc.property(workload, fc.integer({ min: 1, max: 500 }), (facts, age) => {
        const down = facts.pods.map(() => ({
          crashedAgo: age,
          isOutOfMemory: true,
        }));
        const { reasons } = judge([{ ...facts, pods: down, blindFor: age }]);
        expect(reasons[0].code).toBe('OOMKilled');
      }),
      { numRuns: 100 },
    );
  });
});
