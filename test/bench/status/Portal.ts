import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/freePorts.cjs';
import { ChildScript } from '../lib/ChildScript';
import type {
  Cycle,
  LoadOptions,
  LoadResult,
  ServerOptions,
  ServerUsage,
  UpstreamCounts,
  Upstreams,
} from './messages';

const START_SECONDS = 120;
/** The first cycle writes every environment, on a machine that is busy. */
const CYCLE_SECONDS = 300;

/** Upstreams, backend and readers of one scale, each a process. */
export class Portal {
  readonly #upstreams: ChildScript;
  readonly #server: ChildScript;
  readonly #load: ChildScript;
  readonly #baseUrl: string;
  readonly #cycles: Cycle[] = [];
  #cyclesSeen = 0;
  #token = '';

  private constructor(
    scripts: { upstreams: ChildScript; server: ChildScript; load: ChildScript },
    baseUrl: string,
  ) {
    this.#upstreams = scripts.upstreams;
    this.#server = scripts.server;
    this.#load = scripts.load;
    this.#baseUrl = baseUrl;
    this.#server.on('cycle', cycle => this.#cycles.push(cycle));
  }

  static async start(
    options: Omit<ServerOptions, 'port' | 'upstreams'> & { profile?: string },
  ): Promise<Portal> {
    const started: ChildScript[] = [];
    const start = (
      name: string,
      file: string,
      input?: unknown,
      nodeArguments?: string[],
    ) => {
      const script = new ChildScript(name, join(__dirname, file), {
        input,
        nodeArguments,
      });
      started.push(script);
      return script;
    };
    try {
      const upstreams = start('The upstreams', 'upstreams.ts', options);
      const addresses = await upstreams.next<Upstreams>('ready', START_SECONDS);
      const load = start('The readers', 'load.ts');
      await load.next('ready', START_SECONDS);
      const port = await freePort();
      const profile = options.profile
        ? ['--cpu-prof', `--cpu-prof-dir=${options.profile}`]
        : [];
      const input: ServerOptions = { ...options, port, upstreams: addresses };
      const server = start('The backend', 'server.ts', input, profile);
      const portal = new Portal(
        { upstreams, server, load },
        `http://127.0.0.1:${port}`,
      );
      await server.next('ready', START_SECONDS);
      return portal;
    } catch (error) {
      await Promise.all(started.map(script => script.stop()));
      throw error;
    }
  }

  /** Waits for the collector's next round; the first one may have ended. */
  async nextCycle(): Promise<Cycle> {
    const at = this.#cyclesSeen;
    if (this.#cycles.length <= at) {
      await this.#server.next<Cycle>('cycle', CYCLE_SECONDS);
    }
    this.#cyclesSeen = this.#cycles.length;
    return this.#cycles[at];
  }

  takeCounts(): Promise<UpstreamCounts> {
    return this.#upstreams.ask('counts', {});
  }

  takeUsage(): Promise<ServerUsage> {
    return this.#server.ask('usage', {}, CYCLE_SECONDS);
  }

  async load(
    options: Omit<LoadOptions, 'baseUrl' | 'token'>,
  ): Promise<LoadResult> {
    await this.#signIn();
    const seconds = options.seconds + options.timeoutSeconds + 60;
    return this.#load.ask(
      'result',
      { ...options, baseUrl: this.#baseUrl, token: this.#token },
      seconds,
    );
  }

  /**
   * Figures of empty answers would be worth nothing.
   *
   * @throws Error when one of the two plugins does not know the environment
   */
  async requireContent(environment: string): Promise<void> {
    const elsa = await this.#read(
      `/api/elsa/environments/component/default/${environment}`,
    );
    const kubernetes = await this.#read(
      '/api/kubernetes/resources/workloads/query',
      { entityRef: `component:default/${environment}`, auth: {} },
    );
    const pods = kubernetes.items?.[0]?.resources?.find(
      ({ type }: { type: string }) => type === 'pods',
    );
    if (
      !(elsa.components?.length > 0) ||
      elsa.slos?.length !== 3 ||
      !(pods?.resources.length > 0)
    ) {
      throw new Error(
        `The answers about ${environment} are not what the upstreams say:\n${JSON.stringify(elsa).slice(0, 3000)}\n${JSON.stringify(kubernetes).slice(0, 1000)}`,
      );
    }
  }

  /** Environments whose state is not known, or no longer; NaN without an answer. */
  async countUnknown(say: (text: string) => void): Promise<number> {
    try {
      const { totals } = await this.#read('/api/elsa/environments?limit=1');
      return totals.Unknown;
    } catch (error) {
      say(String(error));
      return Number.NaN;
    }
  }

  async #read(path: string, body?: object) {
    await this.#signIn();
    const answer = await fetch(`${this.#baseUrl}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${this.#token}`,
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    });
    const result = await answer.json();
    if (!answer.ok) {
      throw new Error(`${path} answered ${JSON.stringify(result)}`);
    }
    return result;
  }

  async stop(): Promise<void> {
    await this.#load.stop();
    await this.#server.stop();
    await this.#upstreams.stop();
  }

  /** Tokens of users live an hour; a scale takes minutes. */
  async #signIn(): Promise<void> {
    if (this.#token !== '') {
      return;
    }
    const answer = await fetch(`${this.#baseUrl}/api/auth/guest/refresh`);
    const session = await answer.json();
    if (!answer.ok) {
      throw new Error(`Signing in failed: ${JSON.stringify(session)}`);
    }
    this.#token = session.backstageIdentity.token;
  }
}
