import type {
  ClusterJob,
  ClusterReaderConfig,
  ClusterResult,
} from '../ClusterJob';
import type { ClusterApiAccess } from '../../sources/kubernetes/KubernetesClient';

/** What a thread is given when it starts. */
export interface ThreadData {
  role: string;
  config: ClusterReaderConfig;
  /** Delay of the backend's own thread, whose proxy every request goes through. */
  backendDelay: SharedArrayBuffer;
}

/** To a thread. */
export type Order =
  | { type: 'read'; id: number; job: ClusterJob; access: ClusterApiAccess }
  | { type: 'abort'; id: number };

/** From a thread. */
export type Report =
  | { type: 'ready' }
  | { type: 'done'; id: number; result: ClusterResult }
  | { type: 'failed'; id: number; message: string };
