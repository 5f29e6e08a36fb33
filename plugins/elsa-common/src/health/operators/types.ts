import type { Assessment } from '../types';

/** What is known of an object that an operator looks after. */
export interface OperatorInput {
  object: unknown;
  /** Milliseconds since 1970. */
  now: number;
  /** What Argo CD makes of it. */
  argo: Assessment;
  /** Pods that it brought about. */
  pods: readonly unknown[];
}

/**
 * All that is to be said of one object, worst first, in place of Argo CD's
 * verdict; empty when nothing is wrong. Health `Healthy` is a remark.
 */
export type OperatorRule = (input: OperatorInput) => Assessment[];
