import { cpus, loadavg, totalmem } from 'node:os';

/** What figures were taken on, for everyone who compares them with others. */
export function describeMachine(): string {
  const gigabytes = (totalmem() / 1024 ** 3).toFixed(0);
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    `${cpus().length} cores (${model})`,
    `${gigabytes} GiB`,
    `Node ${process.versions.node}`,
    `${process.platform}/${process.arch}`,
    `load before the run ${loadavg()[0].toFixed(1)}`,
  ].join(', ');
}
