import { CLUSTER_NAMES, type ClusterName } from '../config';
import { terminatePod } from '../controllers/terminatePod';
import { environmentOf } from '../environmentState';
import type { KubernetesObject } from '../kubernetes/types';
import {
  clusterNames,
  environments,
  locate,
  type Located,
  type Run,
  serversOf,
  type Stage,
} from './stage';

function healEnvironment(stage: Stage, located: Located): void {
  const { cluster, environment } = located;
  const state = stage.sandbox.states.of(environment);
  const wasBroken = state.breakages.size > 0;
  state.breakages.clear();
  state.loadFactor = 1;
  state.isCertificateExpired = false;
  state.isSyncPaused = false;
  if (wasBroken) {
    // As an operator would: new pods do not wait for the end of a back-off.
    serversOf(located).forEach(pod =>
      terminatePod(cluster, pod, stage.sandbox.clock.now()),
    );
  }
  cluster
    .list<KubernetesObject & { status?: object }>(
      'cert-manager.io/v1',
      'Certificate',
    )
    .filter(object => environmentOf(object) === environment)
    .filter(object => {
      const { notAfter } = (object.status ?? {}) as { notAfter?: string };
      return Date.parse(notAfter ?? '') < stage.sandbox.clock.now();
    })
    .forEach(object => cluster.store.putStatus(object, undefined));
}

async function healClusters(stage: Stage, names: ClusterName[]): Promise<void> {
  for (const name of names) {
    const { faults } = stage.sandbox.cluster(name).cluster;
    faults.delayMilliseconds = 0;
    faults.isForbidden = false;
    await stage.setApiUp(name, true);
  }
}

export const heal: Run = async (stage, [target]) => {
  if (target && CLUSTER_NAMES.some(name => name === target)) {
    await healClusters(stage, clusterNames(target));
    return `${target} answers as it should`;
  }
  if (target === 'prometheus') {
    await stage.prometheus()?.bringUp();
    return 'Prometheus runs';
  }
  if (target) {
    healEnvironment(stage, locate(stage, target));
    return `${target} is healed`;
  }
  environments(stage).forEach(located => healEnvironment(stage, located));
  await healClusters(stage, CLUSTER_NAMES);
  await stage.prometheus()?.bringUp();
  return 'Everything is healed';
};
