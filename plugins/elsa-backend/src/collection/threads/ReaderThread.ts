import { Worker } from 'node:worker_threads';
import type {
  ClusterJob,
  ClusterReaderConfig,
  ClusterResult,
} from '../ClusterJob';
import type { ClusterApiAccess } from '../../sources/kubernetes/KubernetesClient';
import { CLUSTER_THREAD_FILE, CLUSTER_THREAD_ROLE } from './clusterThread';
import type { Order, Report, ThreadData } from './messages';

/**
 * Answers of clusters are large and gone at once. With room for them in the
 * young generation they are not copied into the old one first.
 */
const YOUNG_GENERATION_MIB = 64;

interface Running {
  resolve(result: ClusterResult): void;
  reject(error: Error): void;
}

export interface ReaderThreadOptions {
  config: ClusterReaderConfig;
  backendDelay: SharedArrayBuffer;
  /** Node's own options; replaced in tests. */
  execArgv?: string[];
}

/** One thread that reads clusters, started when it has something to do. */
export class ReaderThread {
  readonly #options: ReaderThreadOptions;
  readonly #running = new Map<number, Running>();
  #worker: Worker | undefined;
  #nextId = 1;
  #wasReady = false;

  constructor(options: ReaderThreadOptions) {
    this.#options = options;
  }

  /** Jobs that it does at this moment. */
  get load(): number {
    return this.#running.size;
  }

  /** Whether a thread has ever come up here. */
  get wasReady(): boolean {
    return this.#wasReady;
  }

  /** @throws Error when the thread ended before the job did */
  async read(
    job: ClusterJob,
    access: ClusterApiAccess,
    signal: AbortSignal,
  ): Promise<ClusterResult> {
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    const order = (message: Order) => worker.postMessage(message);
    const abort = () => order({ type: 'abort', id });
    signal.addEventListener('abort', abort);
    try {
      return await new Promise<ClusterResult>((resolve, reject) => {
        this.#running.set(id, { resolve, reject });
        order({ type: 'read', id, job, access });
        if (signal.aborted) abort();
      });
    } finally {
      signal.removeEventListener('abort', abort);
      this.#running.delete(id);
    }
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #start(): Worker {
    const { config, backendDelay, execArgv } = this.#options;
    const workerData: ThreadData = {
      role: CLUSTER_THREAD_ROLE,
      config,
      backendDelay,
    };
    const worker = new Worker(CLUSTER_THREAD_FILE, {
      name: CLUSTER_THREAD_ROLE,
      workerData,
      execArgv,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MIB },
    });
    worker.on('message', (report: Report) => this.#receive(report));
    worker.on('error', error => this.#ended(worker, error));
    worker.on('exit', code =>
      this.#ended(worker, new Error(`ended with code ${code}`)),
    );
    // A backend that shuts down does not wait for its threads.
    worker.unref();
    return worker;
  }

  #receive(report: Report): void {
    switch (report.type) {
      case 'ready':
        this.#wasReady = true;
        break;
      case 'done':
        this.#running.get(report.id)?.resolve(report.result);
        break;
      default:
        this.#running.get(report.id)?.reject(new Error(report.message));
    }
  }

  /** The next job starts a new thread. */
  #ended(worker: Worker, error: Error): void {
    if (this.#worker === worker) {
      this.#worker = undefined;
    }
    for (const { reject } of this.#running.values()) {
      reject(error);
    }
    this.#running.clear();
  }
}
