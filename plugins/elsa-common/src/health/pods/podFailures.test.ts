import { ago, condition, now } from '../fixtures/metadata';
import { withFields } from '../fixtures/withFields';
import { pod, waiting } from '../fixtures/workloads';
import { podFailures } from './podFailures';

const REASONS: Array<[reason: string, runbook: string]> = [
  ['CrashLoopBackOff', 'crash-loop'],
  ['ImagePullBackOff', 'image-pull'],
  ['ErrImagePull', 'image-pull'],
  ['ErrImageNeverPull', 'image-pull'],
  ['InvalidImageName', 'image-pull'],
  ['ImageInspectError', 'image-pull'],
  ['RegistryUnavailable', 'image-pull'],
  ['CreateContainerConfigError', 'container-config'],
  ['CreateContainerError', 'container-config'],
  ['RunContainerError', 'container-config'],
];

const oomKilled = (finishedSecondsAgo: number, startedSecondsAgo: number) => ({
  terminated: {
    exitCode: 137,
    reason: 'OOMKilled',
    startedAt: ago(startedSecondsAgo),
    finishedAt: ago(finishedSecondsAgo),
  },
});

describe('podFailures', () => {
  it('should find nothing wrong with a pod that works', () => {
    expect(podFailures(pod, { now })).toEqual([]);
  });

  describe.each([
    ['containers', 'status.containerStatuses[0]'],
    ['init containers', 'status.initContainerStatuses[0]'],
    ['sidecars', 'status.initContainerStatuses[1]'],
  ])('of %s', (_, field) => {
    it.each(REASONS)('should name %s', (reason, runbook) => {
      const broken = withFields(pod, {
        [field]: waiting(reason, `the kubelet says ${reason}`),
      });
      expect(podFailures(broken, { now })).toEqual([
        expect.objectContaining({
          code: reason,
          field: `${field}.state.waiting`,
          container: 'server',
          detail: `the kubelet says ${reason}`,
          runbook,
        }),
      ]);
    });

    it('should name repeated OOM kills', () => {
      const broken = withFields(pod, {
        [`${field}.restartCount`]: 2,
        [`${field}.lastState`]: oomKilled(120, 400),
      });
      expect(podFailures(broken, { now })).toMatchObject([
        {
          code: 'OOMKilled',
          field: `${field}.lastState.terminated`,
          since: ago(400),
          runbook: 'out-of-memory',
        },
      ]);
    });
  });

  it.each(['ContainerCreating', 'PodInitializing', ''])(
    'should let a container wait for %p',
    reason => {
      const starting = withFields(pod, {
        'status.containerStatuses[0]': waiting(reason, ''),
      });
      expect(podFailures(starting, { now })).toEqual([]);
    },
  );

  it('should say what a crashing container said, with its exit code', () => {
    const [failure] = podFailures(
      withFields(pod, {
        'status.containerStatuses[0]': waiting(
          'CrashLoopBackOff',
          'back-off 5m0s',
          {
            lastState: {
              terminated: {
                exitCode: 134,
                reason: 'Error',
                finishedAt: ago(30),
                message:
                  '28P01: password authentication failed for user "elsa"',
              },
            },
          },
        ),
      }),
      { now },
    );
    expect(failure).toMatchObject({
      text: 'has a container server that keeps crashing (exit code 134)',
      detail: '28P01: password authentication failed for user "elsa"',
      since: ago(30),
    });
  });

  describe('OOM kills', () => {
    const killed = (fields: Record<string, unknown>) =>
      podFailures(
        withFields(
          pod,
          Object.fromEntries(
            Object.entries(fields).map(([key, value]) => [
              `status.containerStatuses[0].${key}`,
              value,
            ]),
          ),
        ),
        { now },
      );

    it('should forgive one', () => {
      expect(
        killed({ restartCount: 1, lastState: oomKilled(120, 9000) }),
      ).toEqual([]);
    });

    it('should forgive two that are far apart', () => {
      expect(
        killed({ restartCount: 5, lastState: oomKilled(120, 9000) }),
      ).toEqual([]);
    });

    it('should forget them after 15 minutes', () => {
      expect(
        killed({ restartCount: 5, lastState: oomKilled(901, 1000) }),
      ).toEqual([]);
    });

    it('should count the one that just happened and the one before', () => {
      expect(
        killed({
          restartCount: 1,
          state: oomKilled(5, 300),
          lastState: oomKilled(310, 9000),
        }),
      ).toMatchObject([{ code: 'OOMKilled', since: ago(310) }]);
    });
  });

  describe('scheduling', () => {
    const unscheduled = (seconds: number, reason = 'Unschedulable') =>
      podFailures(
        withFields(pod, {
          'status.phase': 'Pending',
          'status.containerStatuses': undefined,
          'status.initContainerStatuses': undefined,
          'status.conditions': [
            condition(
              'PodScheduled',
              'False',
              reason,
              '0/5 nodes are available: 5 Insufficient memory.',
              {
                lastTransitionTime: ago(seconds),
              },
            ),
          ],
        }),
        { now },
      );

    it('should give the scheduler a minute', () => {
      expect(unscheduled(60)).toEqual([]);
      expect(unscheduled(61)).toEqual([
        {
          code: 'Unschedulable',
          text: 'does not fit on any node',
          field: 'status.conditions[0]',
          detail: '0/5 nodes are available: 5 Insufficient memory.',
          since: ago(61),
          runbook: 'unschedulable',
        },
      ]);
    });

    it('should not call a gated pod unschedulable', () => {
      expect(unscheduled(600, 'SchedulingGated')).toEqual([]);
    });
  });

  it('should see a crash loop between two of its crashes', () => {
    const between = withFields(pod, {
      'status.containerStatuses[0].ready': false,
      'status.containerStatuses[0].restartCount': 4,
      'status.containerStatuses[0].lastState': {
        terminated: { exitCode: 1, reason: 'Error', finishedAt: ago(20) },
      },
    });
    expect(podFailures(between, { now })).toMatchObject([
      { code: 'RepeatedRestarts', runbook: 'crash-loop' },
    ]);
    expect(
      podFailures(
        withFields(between, { 'status.containerStatuses[0].restartCount': 1 }),
        { now },
      ),
    ).toMatchObject([{ code: 'Crashed', runbook: 'crash-loop' }]);
  });

  it('should not take a pod for starting for ever', () => {
    const since = (seconds: number) =>
      withFields(pod, {
        'status.conditions[2]': condition(
          'Ready',
          'False',
          'ContainersNotReady',
          'containers with unready status: [server]',
          {
            lastTransitionTime: ago(seconds),
          },
        ),
      });
    expect(podFailures(since(600), { now })).toEqual([]);
    expect(podFailures(since(601), { now })).toMatchObject([
      { code: 'NotReady', field: 'status.conditions[2]', runbook: 'not-ready' },
    ]);
  });

  it('should leave pods alone that are going or have ended', () => {
    const broken = withFields(pod, {
      'status.containerStatuses[0]': waiting('CrashLoopBackOff', ''),
    });
    for (const fields of [
      { 'metadata.deletionTimestamp': ago(5) },
      { 'status.phase': 'Failed' },
      { 'status.phase': 'Succeeded' },
      { kind: 'Deployment' },
    ]) {
      expect(podFailures(withFields(broken, fields), { now })).toEqual([]);
    }
  });
});
