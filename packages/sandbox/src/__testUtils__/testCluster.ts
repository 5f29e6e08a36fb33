import { FakeClock, SECOND } from '../clock';
import { ControlPlane } from '../controllers/controlPlane';
import { EnvironmentStates } from '../environmentState';
import { Cluster } from '../kubernetes/cluster';
import { furnish } from '../kubernetes/furniture';
import type { Manifest } from '../kubernetes/types';

/** A cluster whose time passes only when a test says so. */
export function createTestCluster(options: { historyLimit?: number } = {}) {
  const clock = new FakeClock('2026-11-20T10:00:00Z');
  const cluster = new Cluster({
    name: 'test',
    clock,
    seed: 1,
    historyLimit: options.historyLimit,
  });
  const states = new EnvironmentStates();
  const controlPlane = new ControlPlane(cluster, states);
  furnish(cluster);
  return {
    clock,
    cluster,
    states,
    controlPlane,
    apply: (...manifests: Manifest[]) =>
      manifests.forEach(manifest => cluster.store.put(manifest)),
    /** Lets time pass, a second at a time. */
    pass: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        clock.advance(SECOND);
        controlPlane.step();
      }
    },
  };
}
