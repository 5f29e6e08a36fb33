import type { Spec } from '../files/types';

/** Something that must be in the cluster before the environment can start. */
export interface Prerequisite {
  what: string;
  why: string;
  /** Command that fails when it is missing. */
  check: string;
  isNeeded: (spec: Spec) => boolean;
}
