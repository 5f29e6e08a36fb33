import {
  hostProfiles,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { resolveService } from './endpoints';
import type { KubernetesObject } from './kubernetesObject';
import { list, node, textMap } from './nodes';
import { componentOf, containersOf, type Pod, podsOf } from './pods';

/** An address that something in a pod connects to. */
export interface Connection {
  /** Object that holds the pod template. */
  owner: string;
  component: string;
  /** Where the address stands, for messages. */
  source: string;
  host: string;
  port: number;
}

type Address = { host: string; port: number };

const DEFAULT_PORTS: Record<string, number> = {
  'http:': 80,
  'https:': 443,
  'amqp:': 5672,
  'amqps:': 5671,
};

/** `Host=a;Port=5432;...` of Npgsql, `Server=tcp:a,1433` of SqlClient, `Server=a;Port=3306` of MySqlConnector. */
function fromKeywords(value: string): Address | undefined {
  const keywords = Object.fromEntries(
    value.split(';').map(part => {
      const [key, ...rest] = part.split('=');
      return [key.trim().toLowerCase(), rest.join('=')];
    }),
  );
  const server = keywords.host ?? keywords.server;
  if (!server || !value.includes(';')) return undefined;
  const [, host, port] = /^(?:tcp:)?([^,]+)(?:,(\d+))?$/.exec(server) ?? [];
  return { host, port: Number(port ?? keywords.port) };
}

/** `a:6379,password=...` of StackExchange.Redis. */
function fromRedis(value: string): Address | undefined {
  const [, host, port] = /^([a-z0-9.-]+):(\d+),/.exec(value) ?? [];
  return host ? { host, port: Number(port) } : undefined;
}

function fromUrl(value: string): Address | undefined {
  const [, scheme, authority] =
    /^(https?:|amqps?:)\/\/(?:[^@/]*@)?([^/]+)/.exec(value) ?? [];
  if (!scheme) return undefined;
  const [host, port] = authority.split(':');
  return { host, port: Number(port ?? DEFAULT_PORTS[scheme]) };
}

/** Variables of tools that take host and port apart. */
const SPLIT: Array<[host: string, port: string]> = [
  ['PGHOST', 'PGPORT'],
  ['DATABASE_HOST', 'DATABASE_PORT'],
];

function podConnections(pod: Pod): Connection[] {
  const found: Connection[] = [];
  const add = (source: string, address: Address | undefined) => {
    if (!address) return;
    found.push({
      owner: pod.owner,
      component: componentOf(pod),
      source,
      ...address,
    });
  };
  for (const container of containersOf(pod)) {
    const values = Object.fromEntries(
      list(container.env).map(({ name, value }) => [String(name), value]),
    );
    for (const [name, value] of Object.entries(values)) {
      if (typeof value === 'string') {
        add(name, fromKeywords(value) ?? fromRedis(value) ?? fromUrl(value));
      }
    }
    for (const [host, port] of SPLIT) {
      if (host in values) {
        add(host, { host: String(values[host]), port: Number(values[port]) });
      }
    }
    for (const argument of Array.isArray(container.args)
      ? container.args
      : []) {
      add('args', fromUrl(String(argument)));
    }
  }
  return found;
}

/** Servers behind PgBouncer stand in its configuration file. */
function poolerConnections(
  object: KubernetesObject,
  pods: readonly Pod[],
): Connection[] {
  const config = textMap(object.data)['pgbouncer.ini'];
  if (config === undefined) return [];
  const owner = pods.find(pod =>
    list(pod.spec.volumes).some(
      volume => node(volume.configMap).name === object.metadata.name,
    ),
  );
  return [...config.matchAll(/= host=(\S+) port=(\d+) /g)].map(
    ([, host, port]) => ({
      owner: owner?.owner ?? `ConfigMap ${object.metadata.name}`,
      component: 'pgbouncer',
      source: 'pgbouncer.ini',
      host,
      port: Number(port),
    }),
  );
}

/** Every address that the pods of an environment are told. */
export function connectionsOf(
  objects: readonly KubernetesObject[],
): Connection[] {
  const pods = podsOf(objects);
  return [
    ...pods.flatMap(podConnections),
    ...objects
      .filter(object => object.kind === 'ConfigMap')
      .flatMap(object => poolerConnections(object, pods)),
  ];
}

/** Names of servers that the spec says exist elsewhere. */
function statedHosts(spec: ResolvedEnvironmentSpec): Set<string | undefined> {
  return new Set([
    spec.database.external?.host,
    spec.redis.external?.host,
    spec.rabbitmq.external?.host,
    spec.monitoring.otlpEndpoint &&
      new URL(spec.monitoring.otlpEndpoint).hostname,
  ]);
}

/** Connections that pods of the environment open themselves, not addresses that they tell clients. */
export function ownConnections(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): Connection[] {
  const { server, studio } = hostProfiles[spec.host.profile];
  const { publicUrl } = { ...server.environment, ...spec.host.environmentKeys };
  return connectionsOf(objects).filter(
    ({ source }) => source !== publicUrl && source !== studio.apiUrlKey,
  );
}

/**
 * Finds addresses that lead nowhere: neither to a Service of the environment
 * that has pods, nor to a server that the spec names.
 */
export function connectionProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  const elsewhere = statedHosts(spec);
  return ownConnections(spec, objects).flatMap(
    ({ owner, source, host, port }) => {
      if (elsewhere.has(host)) return [];
      const target = resolveService(objects, spec.target.namespace, host, port);
      return target
        ? []
        : [
            `${owner}: ${source} leads to ${host}:${port}, which nothing serves`,
          ];
    },
  );
}
