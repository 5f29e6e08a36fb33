import { figure, formatTable } from '../lib/table';
import type { Reading, ReadingFigures, ScaleFigures } from './measure';
import type { ServerUsage } from './messages';
import type { Scale } from './scenario';

const MEBIBYTE = 1024 ** 2;

const TITLES: Record<Reading, string> = {
  list: 'Elsa, list of 100',
  single: 'Elsa, one environment',
  kubernetes: 'Kubernetes plugin, one environment',
};

function nameOf({ environments, clusters }: Scale): string {
  return `${environments.toLocaleString('en')} in ${clusters}`;
}

function mebibytes(bytes: number): string {
  return figure(bytes / MEBIBYTE);
}

function cpuShare({ cpuSeconds, wallSeconds }: ServerUsage): string {
  return `${figure((100 * cpuSeconds) / wallSeconds)} %`;
}

export function collectorTable(results: readonly ScaleFigures[]): string {
  return formatTable(
    [
      'Environments in clusters',
      'Unknown',
      'First collection, s',
      'Collection, s',
      'Kubernetes calls/min',
      'Prometheus calls/min',
      'MB/min read',
      'CPU',
      'Peak RSS, MiB',
      'Peak heap, MiB',
      'Event loop p99 / max, ms',
    ],
    results.map(({ scale, collector }) => [
      nameOf(scale),
      String(collector.unknown),
      figure(collector.first.seconds),
      figure(collector.steadySeconds),
      figure(collector.kubernetesCallsPerMinute),
      figure(collector.prometheusCallsPerMinute),
      figure(collector.megabytesPerMinute),
      cpuShare(collector.usage),
      mebibytes(collector.usage.peakRssBytes),
      mebibytes(collector.usage.peakHeapBytes),
      `${figure(collector.usage.eventLoopDelayP99Milliseconds)} / ${figure(collector.usage.eventLoopDelayMaxMilliseconds)}`,
    ]),
  );
}

export function readerTable(results: readonly ScaleFigures[]): string {
  return formatTable(
    [
      'Environments in clusters',
      'Readers',
      'Reading',
      'Requests/s',
      'p50, ms',
      'p95, ms',
      'p99, ms',
      'kB/answer',
      'Cluster calls/answer',
      'Answers',
      'Failed',
    ],
    results.flatMap(({ scale, readings }) =>
      readings.map(item => [
        nameOf(scale),
        String(item.readers),
        TITLES[item.reading],
        figure(item.requestsPerSecond),
        figure(item.p50Milliseconds),
        figure(item.p95Milliseconds),
        figure(item.p99Milliseconds),
        figure(item.kilobytesPerAnswer),
        figure(item.upstreamCallsPerAnswer),
        String(item.answers),
        String(item.failures),
      ]),
    ),
  );
}

function find(
  readings: readonly ReadingFigures[],
  reading: Reading,
  readers: number,
): ReadingFigures | undefined {
  return readings.find(
    item => item.reading === reading && item.readers === readers,
  );
}

/** How many times as much the Kubernetes plugin takes, or gives, as ours. */
export function ratioTable(results: readonly ScaleFigures[]): string {
  return formatTable(
    [
      'Environments in clusters',
      'Readers',
      'Requests/s, Elsa : Kubernetes',
      'p50, Kubernetes : Elsa',
      'p99, Kubernetes : Elsa',
    ],
    results.flatMap(({ scale, readings }) =>
      readings
        .filter(({ reading }) => reading === 'single')
        .flatMap(ours => {
          const peer = find(readings, 'kubernetes', ours.readers);
          return peer
            ? [
                [
                  nameOf(scale),
                  String(ours.readers),
                  figure(ours.requestsPerSecond / peer.requestsPerSecond),
                  figure(peer.p50Milliseconds / ours.p50Milliseconds),
                  figure(peer.p99Milliseconds / ours.p99Milliseconds),
                ],
              ]
            : [];
        }),
    ),
  );
}

export function memoryTable(results: readonly ScaleFigures[]): string {
  return formatTable(
    [
      'Environments in clusters',
      'Peak RSS with readers, MiB',
      'Peak heap with readers, MiB',
      'CPU with readers',
    ],
    results.map(({ scale, usageWithReaders }) => [
      nameOf(scale),
      mebibytes(usageWithReaders.peakRssBytes),
      mebibytes(usageWithReaders.peakHeapBytes),
      cpuShare(usageWithReaders),
    ]),
  );
}

export function firstErrors(results: readonly ScaleFigures[]): string[] {
  return results.flatMap(({ scale, readings }) =>
    readings.flatMap(item =>
      item.firstError === undefined
        ? []
        : [
            `${nameOf(scale)}, ${item.readers} readers, ${TITLES[item.reading]}: ${item.firstError}`,
          ],
    ),
  );
}
