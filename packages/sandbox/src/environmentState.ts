import type { KubernetesObject } from './kubernetes/types';

/** What can be wrong with an environment, by the word the command line takes. */
export const BREAKAGES = [
  'database',
  'image',
  'config',
  'memory',
  'scheduling',
] as const;
export type Breakage = (typeof BREAKAGES)[number];

/** What happens to one environment, apart from what its manifests say. */
export interface EnvironmentState {
  breakages: Map<Breakage, { since: number }>;
  /** Traffic as a multiple of what the environment is sized for. */
  loadFactor: number;
  isCertificateExpired: boolean;
  /** Argo CD sees new commits but does not deploy them. */
  isSyncPaused: boolean;
}

export class EnvironmentStates {
  readonly #states = new Map<string, EnvironmentState>();

  of(environment: string): EnvironmentState {
    const state = this.#states.get(environment) ?? {
      breakages: new Map(),
      loadFactor: 1,
      isCertificateExpired: false,
      isSyncPaused: false,
    };
    this.#states.set(environment, state);
    return state;
  }

  entries(): Array<[string, EnvironmentState]> {
    return [...this.#states];
  }

  clear(): void {
    this.#states.clear();
  }
}

/** Every generated object names its environment. */
export function environmentOf(object: KubernetesObject): string {
  return object.metadata.labels?.['app.kubernetes.io/instance'] ?? '';
}

export function componentOf(object: KubernetesObject): string {
  return object.metadata.labels?.['app.kubernetes.io/component'] ?? '';
}
