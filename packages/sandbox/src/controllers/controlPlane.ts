import { SECOND } from '../clock';
import type { EnvironmentStates } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import { reconcileAutoscalers } from './autoscalers';
import { reconcileCertificates } from './certificates';
import type { Controller, ControllerContext } from './context';
import { reconcileDeployments } from './deployments';
import { reconcileDisruptionBudgets } from './disruptionBudgets';
import { EventRecorder } from './events';
import { reconcileJobs } from './jobs';
import { Kubelet } from './kubelet';
import { LoadModel } from './load';
import { reconcileNetwork } from './network';
import { reconcileOperators } from './operators';
import { collectGarbage } from './ownership';
import { schedule } from './scheduler';
import { reconcileSecrets } from './secrets';
import { reconcileStatefulSets } from './statefulSets';
import { terminatePod } from './terminatePod';
import { bindClaims } from './volumes';

/** The autoscaler looks four times a minute, the others whenever they can. */
const AUTOSCALER_INTERVAL = 15 * SECOND;

const EVERY_PASS: Controller[] = [
  reconcileSecrets,
  reconcileOperators,
  reconcileDeployments,
  reconcileStatefulSets,
  reconcileJobs,
  schedule,
  bindClaims,
  reconcileCertificates,
  reconcileNetwork,
  reconcileDisruptionBudgets,
];

/** Turns a cluster's specs into what they ask for, a pass at a time. */
export class ControlPlane {
  readonly cluster: Cluster;
  readonly kubelet = new Kubelet();
  readonly load: LoadModel;
  readonly #states: EnvironmentStates;
  readonly #events: EventRecorder;
  #autoscaledAt = 0;

  constructor(cluster: Cluster, states: EnvironmentStates) {
    this.cluster = cluster;
    this.#states = states;
    this.#events = new EventRecorder(cluster);
    this.load = new LoadModel(cluster, states);
    cluster.pods = this.kubelet;
  }

  /** One pass over everything at the clock's present time. */
  step(): void {
    const now = this.cluster.clock.now();
    const context: ControllerContext = {
      cluster: this.cluster,
      states: this.#states,
      events: this.#events,
      load: this.load,
      now,
    };
    collectGarbage(this.cluster, object =>
      object.kind === 'Pod'
        ? terminatePod(this.cluster, object, now)
        : this.cluster.store.delete(object),
    );
    for (const controller of EVERY_PASS) controller(context);
    this.kubelet.step(context);
    if (now - this.#autoscaledAt >= AUTOSCALER_INTERVAL) {
      this.#autoscaledAt = now;
      reconcileAutoscalers(context);
    }
    this.#events.expire(now);
  }
}
