import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/freePorts.cjs';
import {
  type ChartRange,
  type InstantSample,
  toChartPoints,
} from '@elsa-portal/backstage-plugin-elsa-common/slo';
import { requiredTool } from './helm';

/** The real one, over a folder with blocks of data. */
export class Prometheus {
  #child?: ChildProcess;
  #port = 0;

  constructor(readonly folder: string) {}

  get url() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Blocks that were added meanwhile are read at the start. */
  async restart(): Promise<void> {
    await this.stop();
    this.#port = await freePort();
    this.#child = spawn(
      requiredTool('PROMETHEUS'),
      [
        `--config.file=${join(this.folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(this.folder, 'data')}`,
        '--storage.tsdb.retention.time=60d',
        `--web.listen-address=127.0.0.1:${this.#port}`,
      ],
      { stdio: 'ignore' },
    );
    const deadline = Date.now() + 60_000;
    for (;;) {
      const isReady = await fetch(`${this.url}/-/ready`).then(
        answer => answer.ok,
        () => false,
      );
      if (isReady) return;
      if (Date.now() > deadline) throw new Error('Prometheus does not answer');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  query(query: string, time: number): Promise<InstantSample[]> {
    return this.#ask('query', { query, time: String(time) });
  }

  /** Points of the only series that a range query gives. */
  async queryRange(
    query: string,
    range: ChartRange,
  ): Promise<Array<[number, number]>> {
    const [series] = await this.#ask<{ values: unknown }>('query_range', {
      query,
      start: String(range.fromSeconds),
      end: String(range.toSeconds),
      step: String(range.stepSeconds),
    });
    return toChartPoints(series?.values);
  }

  async #ask<T>(path: string, parameters: Record<string, string>) {
    const answer = await fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      body: new URLSearchParams(parameters),
    });
    const body = (await answer.json()) as {
      status: string;
      error?: string;
      data: { result: T[] };
    };
    if (body.status !== 'success') {
      throw new Error(`${body.error}: ${parameters.query}`);
    }
    return body.data.result;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}
