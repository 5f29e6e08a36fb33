import { replicaSegments } from './replicaSegments';

const replicas = {
  desired: 3,
  updated: 3,
  ready: 3,
  available: 3,
  old: 0,
  failing: 0,
};

describe('replicaSegments', () => {
  it('should show a settled workload as ready', () => {
    expect(replicaSegments(replicas)).toMatchObject({
      ready: 3,
      updating: 0,
      starting: 0,
      failing: 0,
    });
  });

  it('should tell updating from starting by the rollout', () => {
    expect(
      replicaSegments({ ...replicas, ready: 1, updated: 1, old: 2 }),
    ).toMatchObject({ ready: 1, updating: 2, starting: 0 });
    expect(replicaSegments({ ...replicas, ready: 1 })).toMatchObject({
      ready: 1,
      updating: 0,
      starting: 2,
    });
  });

  it('should name a failing pod of a surge although all wanted are ready', () => {
    expect(replicaSegments({ ...replicas, failing: 1, old: 3 })).toMatchObject({
      ready: 3,
      failing: 1,
    });
  });

  it('should not show more ready ones than are wanted', () => {
    expect(replicaSegments({ ...replicas, desired: 2 }).ready).toBe(2);
  });
});
