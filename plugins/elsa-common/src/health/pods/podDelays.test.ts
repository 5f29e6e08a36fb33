import { ago, condition, now } from '../fixtures/metadata';
import { withFields } from '../fixtures/withFields';
import { pod } from '../fixtures/workloads';
import { podFailures } from './podFailures';

const LONG = 601;
const SHORT = 600;

/** A pod that is Pending, `seconds` after it got a node. */
function pending(seconds: number, fields: Record<string, unknown> = {}) {
  return withFields(pod, {
    'metadata.creationTimestamp': ago(seconds),
    'status.phase': 'Pending',
    'status.conditions': [
      condition('PodScheduled', 'True', '', '', {
        lastTransitionTime: ago(seconds),
      }),
    ],
    'status.initContainerStatuses': undefined,
    'status.containerStatuses': [
      { name: 'server', state: { waiting: { reason: 'ContainerCreating' } } },
    ],
    ...fields,
  });
}

const notScheduled = (reason: string) => (seconds: number) =>
  pending(seconds, {
    'spec.nodeName': undefined,
    'status.containerStatuses': undefined,
    'status.conditions': [
      condition('PodScheduled', 'False', reason, '', {
        lastTransitionTime: ago(seconds),
      }),
    ],
  });

const hanging = (state: unknown) => (seconds: number) =>
  pending(seconds, {
    'status.initContainerStatuses': [{ name: 'wait', state }],
  });

const terminating =
  (graceSeconds: number, fields: Record<string, unknown> = {}) =>
  (seconds: number) =>
    withFields(pod, {
      'metadata.deletionTimestamp': ago(seconds - graceSeconds),
      'metadata.deletionGracePeriodSeconds': graceSeconds,
      ...fields,
    });

const running = (fields: Record<string, unknown>) =>
  withFields(pod, { 'status.phase': 'Running', ...fields });

const ready = (status: string, seconds: number) => [
  condition('Ready', status, '', '', { lastTransitionTime: ago(seconds) }),
];

const DELAYS: Array<
  [
    what: string,
    code: string,
    pod: (seconds: number) => unknown,
    limit?: [short: number, long: number],
  ]
> = [
  ['a container that is not created', 'ContainerCreating', s => pending(s)],
  [
    'a pod of a Job that is not created',
    'ContainerCreating',
    s => pending(s, { 'spec.restartPolicy': 'Never' }),
  ],
  [
    'an init container that hangs',
    'InitContainerNotDone',
    hanging({ running: { startedAt: ago(9000) } }),
  ],
  ['a scheduling gate', 'SchedulingGated', notScheduled('SchedulingGated')],
  [
    'a scheduler that does not run',
    'NotScheduled',
    s =>
      pending(s, {
        'spec.nodeName': undefined,
        'status.conditions': undefined,
        'status.containerStatuses': undefined,
      }),
  ],
  [
    'a phase that nobody knows',
    'NodeLost',
    s =>
      withFields(pod, {
        'status.phase': 'Unknown',
        'status.conditions': ready('True', s),
      }),
  ],
  [
    'a node that is lost',
    'NodeLost',
    s => running({ 'status.conditions': ready('Unknown', s) }),
  ],
  [
    'a node that is lost with a Job',
    'NodeLost',
    s =>
      running({
        'spec.restartPolicy': 'Never',
        'status.conditions': ready('Unknown', s),
      }),
  ],
  [
    'a pod that is not ready',
    'NotReady',
    s => running({ 'status.conditions': ready('False', s) }),
  ],
  [
    'a pod of which nobody says whether it is ready',
    'NotReady',
    s =>
      running({ 'status.conditions': undefined, 'status.startTime': ago(s) }),
  ],
  ['a pod that does not go', 'StuckTerminating', terminating(30), [330, 331]],
  [
    'a pod that takes its hour',
    'StuckTerminating',
    terminating(3600),
    [3900, 3901],
  ],
  [
    'a broker that waits for its quorum',
    'WaitingForQuorum',
    terminating(604800, {
      'spec.containers': [{ name: 'rabbitmq', image: 'rabbitmq:4' }],
    }),
  ],
  ['a pod that was given a week', 'StuckTerminating', terminating(604800)],
];

describe('delays of pods', () => {
  it.each(DELAYS)(
    'should give %s its time, and then name %s',
    (_, code, make, [short, long] = [SHORT, LONG]) => {
      expect(podFailures(make(short), { now })).toEqual([]);
      expect(podFailures(make(long), { now })).toMatchObject([{ code }]);
    },
  );

  it('should take another limit, and say it', () => {
    const patience = { now, notReadyAfterSeconds: 120 };
    expect(podFailures(pending(120), patience)).toEqual([]);
    expect(podFailures(pending(121), patience)).toMatchObject([
      { text: expect.stringMatching(/for more than 2 minutes$/) },
    ]);
  });

  it('should count from the last init container that ended well', () => {
    const ended = (exitCode: number) =>
      podFailures(
        hanging({ terminated: { exitCode, finishedAt: ago(60) } })(LONG),
        { now },
      );
    expect(ended(0)).toEqual([]);
    expect(ended(1)).toMatchObject([{ code: 'Crashed' }]);
  });

  it('should leave a Job alone that works', () => {
    expect(
      podFailures(
        running({
          'spec.restartPolicy': 'Never',
          'status.conditions': ready('False', LONG),
        }),
        { now },
      ),
    ).toEqual([]);
  });

  it('should name the finalizer that holds a pod', () => {
    expect(
      podFailures(
        terminating(0, { 'metadata.finalizers': ['example.com/keep'] })(LONG),
        { now },
      ),
    ).toMatchObject([{ detail: 'finalizers: example.com/keep' }]);
  });
});
