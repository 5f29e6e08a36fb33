import type { EnvironmentStates } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import type { EventRecorder } from './events';
import type { LoadModel } from './load';

/** What every controller reads and writes. */
export interface ControllerContext {
  cluster: Cluster;
  states: EnvironmentStates;
  events: EventRecorder;
  load: LoadModel;
  /** The time of this pass, in milliseconds since 1970. */
  now: number;
}

/** One pass over the cluster; passes repeat, so each does what can be done now. */
export type Controller = (context: ControllerContext) => void;
