import type { ServerResponse } from 'node:http';
import type { Cluster, LogLine } from '../cluster';
import { notFound, statusError } from '../errors';
import type { Pod } from '../types';

const FOLLOW_MILLISECONDS = 1_000;

function chooseContainer(pod: Pod, asked: string | null): string {
  const names = [
    ...(pod.spec.initContainers ?? []),
    ...pod.spec.containers,
  ].map(container => container.name);
  const regular = pod.spec.containers.map(container => container.name);
  if (asked && !names.includes(asked)) {
    throw statusError(
      400,
      'BadRequest',
      `container ${asked} is not valid for pod ${pod.metadata.name}`,
    );
  }
  if (!asked && regular.length > 1) {
    throw statusError(
      400,
      'BadRequest',
      `a container name must be specified for pod ${
        pod.metadata.name
      }, choose one of: [${regular.join(' ')}]`,
    );
  }
  return asked ?? regular[0];
}

function format(lines: LogLine[], withTimestamps: boolean): string {
  return lines
    .map(line =>
      withTimestamps
        ? `${new Date(line.at).toISOString().replace('Z', '000000Z')} ${
            line.text
          }\n`
        : `${line.text}\n`,
    )
    .join('');
}

function select(
  lines: LogLine[],
  query: URLSearchParams,
  now: number,
): LogLine[] {
  const sinceSeconds = query.get('sinceSeconds');
  const sinceTime = query.get('sinceTime');
  const earliest = sinceSeconds
    ? now - Number(sinceSeconds) * 1_000
    : Date.parse(sinceTime ?? '1970-01-01T00:00:00Z');
  const recent = lines.filter(line => line.at >= earliest);
  const tail = query.get('tailLines');
  return tail === null ? recent : recent.slice(-Number(tail) || recent.length);
}

/** A container's output, and with `follow` what it writes from now on. */
export function serveLogs(
  cluster: Cluster,
  namespace: string,
  name: string,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const pod = cluster.store.get<Pod>('v1', 'Pod', namespace, name);
  if (!pod) throw notFound({ group: '', plural: 'pods' }, name);
  const container = chooseContainer(pod, query.get('container'));
  const isPrevious = query.get('previous') === 'true';
  const read = () => cluster.pods.logs(pod, container, isPrevious);
  const lines = read();
  if (!lines) {
    throw statusError(
      400,
      'BadRequest',
      isPrevious
        ? `previous terminated container "${container}" in pod "${name}" not found`
        : `container "${container}" in pod "${name}" is waiting to start: ContainerCreating`,
    );
  }
  const withTimestamps = query.get('timestamps') === 'true';
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.write(
    format(select(lines, query, cluster.clock.now()), withTimestamps),
  );
  if (query.get('follow') !== 'true' || isPrevious) {
    response.end();
    return;
  }
  let written = lines.at(-1)?.at ?? 0;
  const timer = setInterval(() => {
    const fresh = (read() ?? []).filter(line => line.at > written);
    if (fresh.length === 0) return;
    written = fresh[fresh.length - 1].at;
    response.write(format(fresh, withTimestamps));
  }, FOLLOW_MILLISECONDS);
  response.on('close', () => clearInterval(timer));
}
