import { environmentOf } from '../environmentState';
import type { Cluster } from '../kubernetes/cluster';
import type { KubernetesObject } from '../kubernetes/types';
import type { Labels } from './families';

/** One figure for each set of labels. */
export type Rows = Array<[labels: Labels, value: number]>;

/** The labels that all series of an object have. */
export type LabelsOf = (object: KubernetesObject) => Labels;

/** Objects of environments: the sandbox has no others that count. */
export function listed<T extends KubernetesObject>(
  cluster: Cluster,
  apiVersion: string,
  kind: string,
): T[] {
  return cluster
    .list<T>(apiVersion, kind)
    .filter(object => environmentOf(object));
}
