import { now, ago } from '../fixtures/metadata';
import { cnpgCluster } from '../fixtures/data';
import { autoscaler } from '../fixtures/platform';
import { withFields } from '../fixtures/withFields';
import {
  daemonSet,
  deployment,
  pod,
  SERVER_DIGEST,
  statefulSet,
  waiting,
} from '../fixtures/workloads';
import { summarizeAutoscaler } from './autoscaler';
import { isSameImage, parseImage, summarizeImages } from './images';
import { summarizePod } from './pods';
import { summarizeWorkload } from './workload';

describe('images', () => {
  it('should take names apart as container runtimes complete them', () => {
    expect(parseImage('redis')).toEqual({
      repository: 'docker.io/library/redis',
      tag: 'latest',
    });
    expect(parseImage('localhost:5000/elsa:1.2@sha256:ab')).toEqual({
      repository: 'localhost:5000/elsa',
      tag: '1.2',
      digest: 'sha256:ab',
    });
    expect(parseImage('ghcr.io/acme/elsa@sha256:ab')).toEqual({
      repository: 'ghcr.io/acme/elsa',
      digest: 'sha256:ab',
    });
  });

  it('should compare digests where both are known, else tags', () => {
    expect(
      isSameImage('elsa/server:3.9.0', 'docker.io/elsa/server:3.9.0'),
    ).toBe(true);
    expect(isSameImage('elsa/server:3.9.0', 'elsa/server:3.8.4')).toBe(false);
    expect(
      isSameImage('elsa/server:3.9.0@sha256:a', 'elsa/server:3.9.0@sha256:b'),
    ).toBe(false);
    expect(
      isSameImage('elsa/server@sha256:a', 'elsa/server:3.9.0@sha256:a'),
    ).toBe(true);
    expect(isSameImage('elsa/server:1', 'other/server:1')).toBe(false);
  });

  it('should count which images a rollout still runs', () => {
    const older = withFields(pod, {
      'metadata.name': 'older',
      'spec.containers': [
        { name: 'server', image: 'elsaworkflows/elsa-server-app:3.8.4' },
      ],
      'status.containerStatuses[0].imageID': 'sha256:0123',
    });
    expect(summarizeImages(deployment, [pod, older, pod])).toEqual([
      {
        container: 'server',
        wanted: 'elsaworkflows/elsa-server-app:3.9.0',
        running: [
          {
            image: `elsaworkflows/elsa-server-app:3.9.0@${SERVER_DIGEST}`,
            pods: 2,
          },
          { image: 'elsaworkflows/elsa-server-app:3.8.4', pods: 1 },
        ],
      },
    ]);
  });
});

describe('images of pods that have not started', () => {
  const stateOf = (state: unknown, lastState: unknown = {}) =>
    summarizeImages(deployment, [
      withFields(pod, {
        'status.containerStatuses[0].state': state,
        'status.containerStatuses[0].lastState': lastState,
      }),
    ])[0].running;

  it('should not run', () => {
    expect(stateOf({ waiting: { reason: 'ContainerCreating' } })).toEqual([]);
    expect(stateOf({ waiting: { reason: 'ImagePullBackOff' } })).toEqual([]);
    expect(
      summarizeImages(deployment, [
        withFields(pod, { 'status.containerStatuses': undefined }),
      ])[0].running,
    ).toEqual([]);
  });

  it('should run once they have started, also between two crashes', () => {
    const crashed = { terminated: { exitCode: 1 } };
    expect(stateOf({ running: {} })).toHaveLength(1);
    expect(stateOf(crashed)).toHaveLength(1);
    expect(
      stateOf({ waiting: { reason: 'CrashLoopBackOff' } }, crashed),
    ).toHaveLength(1);
  });
});

describe('summarizeWorkload', () => {
  const replicasOf = (workload: unknown) =>
    summarizeWorkload(workload, { pods: [], patience: { now } }).replicas;

  it('should count replicas of every kind', () => {
    expect(
      replicasOf(
        withFields(deployment, {
          'status.replicas': 4,
          'status.updatedReplicas': 1,
          'status.availableReplicas': 3,
        }),
      ),
    ).toEqual({
      desired: 3,
      updated: 1,
      ready: 3,
      available: 3,
      old: 3,
      failing: 0,
    });
    expect(
      replicasOf(
        withFields(statefulSet, {
          'spec.replicas': 3,
          'status.replicas': 3,
          'status.updatedReplicas': 1,
          'status.updateRevision': 'new',
        }),
      ),
    ).toMatchObject({ desired: 3, updated: 1, old: 2 });
    expect(
      replicasOf(
        withFields(statefulSet, { 'status.updatedReplicas': undefined }),
      ),
    ).toMatchObject({ updated: 1, old: 0 });
    expect(replicasOf(daemonSet)).toMatchObject({ desired: 5, ready: 5 });
    expect(
      replicasOf(withFields(cnpgCluster, { 'status.readyInstances': 2 })),
    ).toMatchObject({ desired: 3, ready: 2 });
    expect(replicasOf({ kind: 'Something' })).toBeUndefined();
  });
});

describe('summarizePod', () => {
  it('should tell what a failing pod waits for and how it ended', () => {
    const failing = withFields(pod, {
      'metadata.labels': { 'topology.kubernetes.io/zone': 'eu-central-1a' },
      'metadata.deletionTimestamp': ago(3),
      'status.conditions[2].status': 'False',
      'status.containerStatuses[0]': waiting('CrashLoopBackOff', 'back-off', {
        restartCount: 7,
        lastState: {
          terminated: {
            exitCode: 137,
            reason: 'OOMKilled',
            finishedAt: ago(30),
          },
        },
      }),
    });
    expect(summarizePod(failing)).toEqual({
      name: 'payments-production-server-7d9f8-x2lq4',
      phase: 'Running',
      isReady: false,
      isTerminating: true,
      readyContainers: 1,
      containers: 2,
      restarts: 7,
      startedAt: '2026-11-20T11:01:42Z',
      node: 'ip-10-4-23-117.eu-central-1.compute.internal',
      zone: 'eu-central-1a',
      images: ['elsaworkflows/elsa-server-app:3.9.0'],
      waiting: {
        container: 'server',
        reason: 'CrashLoopBackOff',
        message: 'back-off',
      },
      lastTermination: {
        container: 'server',
        reason: 'OOMKilled',
        exitCode: 137,
        finishedAt: ago(30),
      },
    });
  });

  it('should make something of a pod of which nothing is known', () => {
    expect(summarizePod({})).toEqual({
      name: '',
      phase: 'Unknown',
      isReady: false,
      readyContainers: 0,
      containers: 0,
      restarts: 0,
      images: [],
    });
  });
});

describe('summarizeAutoscaler', () => {
  it('should name metrics of every type', () => {
    const status = summarizeAutoscaler(
      withFields(autoscaler, {
        'spec.minReplicas': undefined,
        'spec.metrics[1]': {
          type: 'External',
          external: {
            metric: { name: 'queue_length' },
            target: { type: 'AverageValue', averageValue: '30' },
          },
        },
        'spec.metrics[2]': { type: 'Mystery' },
      }),
    );
    expect(status).toMatchObject({
      min: 1,
      metrics: [
        { name: 'cpu', current: '41%', target: '70%' },
        { name: 'queue_length', target: '30' },
      ],
    });
    expect(status.limited).toBeUndefined();
  });
});
