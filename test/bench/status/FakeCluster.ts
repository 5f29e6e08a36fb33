import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, gzip } from 'node:zlib';
import type { ObjectTemplates } from './objectTemplates';
import { type BenchEnvironment, CLUSTER_TOKEN } from './scenario';

const GROUPS: ReadonlyArray<readonly [string, string]> = [
  ['apps', 'v1'],
  ['autoscaling', 'v2'],
  ['batch', 'v1'],
  ['policy', 'v1'],
  ['networking.k8s.io', 'v1'],
  ['gateway.networking.k8s.io', 'v1'],
  ['cert-manager.io', 'v1'],
  ['external-secrets.io', 'v1'],
  ['postgresql.cnpg.io', 'v1'],
  ['argoproj.io', 'v1alpha1'],
];

/** In each step one environment in a hundred has a pod that restarted. */
const STEP_MILLISECONDS = 30_000;
const STEPS_PER_RESTART = 100;

/** Longer answers are compressed, quickly rather than well, as API servers do. */
const GZIP_BYTES = 128 * 1024;

/** One API server: lists with selectors, namespaces and pages, nothing else. */
export class FakeCluster {
  readonly #environments: readonly BenchEnvironment[];
  readonly #byName: ReadonlyMap<string, BenchEnvironment>;
  readonly #templatesOf: (environment: BenchEnvironment) => ObjectTemplates;

  constructor(
    environments: readonly BenchEnvironment[],
    templatesOf: (environment: BenchEnvironment) => ObjectTemplates,
  ) {
    this.#environments = environments;
    this.#byName = new Map(environments.map(item => [item.name, item]));
    this.#templatesOf = templatesOf;
  }

  /** @returns bytes of the answer before compression */
  answer(request: IncomingMessage, response: ServerResponse): number {
    if (request.headers.authorization !== `Bearer ${CLUSTER_TOKEN}`) {
      return send(response, 401, '{"kind":"Status","code":401}');
    }
    const url = new URL(request.url ?? '/', 'http://cluster');
    if (url.pathname === '/apis') {
      return send(response, 200, JSON.stringify(groupList()));
    }
    const isGzipAccepted = /\bgzip\b/.test(
      String(request.headers['accept-encoding'] ?? ''),
    );
    const list = this.#list(url);
    return isGzipAccepted && list.length > GZIP_BYTES
      ? sendCompressed(response, list)
      : send(response, 200, list);
  }

  #list({ pathname, searchParams }: URL): string {
    const path = pathname.slice(1).replace(/namespaces\/[^/]+\//, '');
    const namespace = /namespaces\/([^/]+)\//.exec(pathname)?.[1];
    const selector = searchParams.get('labelSelector') ?? '';
    const instance = /app\.kubernetes\.io\/instance=([^,]+)/.exec(
      selector,
    )?.[1];
    const name = instance ?? namespace;
    const environments =
      name === undefined
        ? this.#environments
        : [this.#byName.get(name)].flatMap(item => item ?? []);
    const limit = Number(searchParams.get('limit') ?? Number.POSITIVE_INFINITY);
    const { items, token } = this.#page(path, environments, {
      start: searchParams.get('continue') ?? '0:0',
      limit,
    });
    const metadata = `{"resourceVersion":"1"${token ? `,"continue":"${token}"` : ''}}`;
    return `{"kind":"List","apiVersion":"v1","metadata":${metadata},"items":[${items.join(',')}]}`;
  }

  #page(
    path: string,
    environments: readonly BenchEnvironment[],
    { start, limit }: { start: string; limit: number },
  ): { items: string[]; token?: string } {
    const step = Math.floor(Date.now() / STEP_MILLISECONDS);
    const items: string[] = [];
    let [at, skip] = start.split(':').map(Number);
    for (; at < environments.length; at++, skip = 0) {
      const environment = environments[at];
      const renders = this.#templatesOf(environment).get(path) ?? [];
      const restarts = Math.floor(
        ((step % 1e6) + environment.index) / STEPS_PER_RESTART,
      );
      for (let item = skip; item < renders.length; item++) {
        if (items.length >= limit) {
          return { items, token: `${at}:${item}` };
        }
        items.push(renders[item](environment, restarts));
      }
    }
    return { items };
  }
}

function groupList() {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: GROUPS.map(([name, version]) => ({
      name,
      versions: [{ groupVersion: `${name}/${version}`, version }],
    })),
  };
}

function sendCompressed(response: ServerResponse, body: string): number {
  const bytes = Buffer.from(body);
  gzip(bytes, { level: constants.Z_BEST_SPEED }, (error, compressed) => {
    if (error) {
      response.destroy(error);
      return;
    }
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'content-length': compressed.length,
    });
    response.end(compressed);
  });
  return bytes.length;
}

export function send(
  response: ServerResponse,
  status: number,
  body: string,
): number {
  const bytes = Buffer.from(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': bytes.length,
  });
  response.end(bytes);
  return bytes.length;
}
