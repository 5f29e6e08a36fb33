import type { Breakage } from '../environmentState';
import type { ClusterName } from '../config';

/** Something that happens to an environment, some time before the present. */
export type ScenarioEvent = { hoursAgo: number } & (
  | { kind: 'break'; breakage: Breakage }
  | { kind: 'load'; factor: number }
  | { kind: 'pause-sync' }
  | { kind: 'commit'; spec: object; message: string }
);

/** One environment that is there at the start. */
export interface Scenario {
  name: string;
  /** Shown by `list`. */
  about: string;
  cluster: ClusterName;
  /** Folder of its repository; also the team that pushes to it. */
  repositoryOwner: string;
  spec: object;
  /** Deployed by hand and in no repository: nobody knows of it. */
  isOrphan?: boolean;
  /** How much of a month's error budget its past has used, by part of the year of errors. */
  errorRatio: number;
  events: ScenarioEvent[];
}
