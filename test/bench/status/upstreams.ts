/*
 * All clusters and all Prometheus servers of a run, in one process of their
 * own. Options come as JSON in ELSA_BENCH.
 */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeCluster } from './FakeCluster';
import { FakePrometheus } from './FakePrometheus';
import type { UpstreamCounts, Upstreams } from './messages';
import { createTemplateChooser } from './objectTemplates';
import { clusterName, createEnvironments, type Scale } from './scenario';

/** A Prometheus, or what joins several of them, for each group of clusters. */
const CLUSTERS_PER_PROMETHEUS = 10;

const none = (): UpstreamCounts => ({
  clusterWide: 0,
  clusterWideBytes: 0,
  single: 0,
  singleBytes: 0,
  prometheus: 0,
  prometheusBytes: 0,
});

let counts = none();

async function listen(handler: RequestListener): Promise<string> {
  const server = createServer({ keepAliveTimeout: 60_000 }, handler);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', 4096, resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function countCluster(isSingle: boolean, bytes: number) {
  if (isSingle) {
    counts.single += 1;
    counts.singleBytes += bytes;
  } else {
    counts.clusterWide += 1;
    counts.clusterWideBytes += bytes;
  }
}

function countPrometheus(bytes: number) {
  counts.prometheus += 1;
  counts.prometheusBytes += bytes;
}

async function main() {
  const scale: Scale = JSON.parse(process.env.ELSA_BENCH ?? '');
  const environments = createEnvironments(scale);
  const templatesOf = createTemplateChooser();
  const upstreams: Upstreams = { clusters: {}, prometheus: [] };
  const names = Array.from({ length: scale.clusters }, (_, index) =>
    clusterName(index),
  );
  for (const name of names) {
    const cluster = new FakeCluster(
      environments.filter(item => item.cluster === name),
      templatesOf,
    );
    upstreams.clusters[name] = await listen((request, response) => {
      const bytes = cluster.answer(request, response);
      countCluster(Boolean(request.url?.includes('/namespaces/')), bytes);
    });
  }
  for (let start = 0; start < names.length; start += CLUSTERS_PER_PROMETHEUS) {
    const clusters = names.slice(start, start + CLUSTERS_PER_PROMETHEUS);
    const own = new Set(clusters);
    const prometheus = new FakePrometheus(
      environments.filter(item => own.has(item.cluster)),
    );
    const url = await listen((request, response) => {
      prometheus
        .answer(request, response)
        .then(countPrometheus, () => response.destroy());
    });
    upstreams.prometheus.push({ name: `prometheus-${start}`, url, clusters });
  }
  process.on('message', () => {
    process.send?.({ type: 'counts', value: counts });
    counts = none();
  });
  process.send?.({ type: 'ready', value: upstreams });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
