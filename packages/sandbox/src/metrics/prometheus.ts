import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import type { Service } from '../service';
import { SECOND } from '../clock';
import { ChildServer } from './childProcess';
import { EVALUATION_INTERVAL, SCRAPE_INTERVAL } from './intervals';
import type { RuleObject } from './rules';

const run = promisify(execFile);

export interface PrometheusOptions {
  prometheus: string;
  promtool: string;
  /** Emptied at each start. */
  folder: string;
  host: string;
  port: number;
  exporterAddress: string;
  alertmanagerAddress?: string;
  /** Writes the history to files in OpenMetrics; each is given when it is whole. */
  writeHistory: (folder: string) => AsyncIterable<string>;
  /** Rule objects that are in the clusters now, with their clusters. */
  rules: () => Array<{ cluster: string; object: RuleObject }>;
}

/** The real Prometheus, with the environments' rules and a made-up past. */
export class Prometheus implements Service {
  readonly name = 'Prometheus';
  readonly #options: PrometheusOptions;
  readonly #server: ChildServer;
  readonly #url: string;
  readonly #rules: string;
  #synced = new Map<string, string>();
  #isHeldDown = false;

  constructor(options: PrometheusOptions) {
    this.#options = options;
    this.#url = `http://${options.host}:${options.port}`;
    this.#rules = join(options.folder, 'rules');
    this.#server = new ChildServer(
      options.prometheus,
      [
        `--config.file=${join(options.folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(options.folder, 'data')}`,
        '--storage.tsdb.retention.time=60d',
        `--web.listen-address=${options.host}:${options.port}`,
        '--web.enable-lifecycle',
        '--log.level=warn',
      ],
      `${this.#url}/-/ready`,
    );
  }

  async start(): Promise<string> {
    const { folder } = this.#options;
    await rm(folder, { recursive: true, force: true });
    await mkdir(this.#rules, { recursive: true });
    await this.#importHistory(join(folder, 'history'));
    await writeFile(join(folder, 'prometheus.yml'), this.#config());
    await this.#writeRules();
    await this.#server.start();
    return this.#url;
  }

  /** promtool reads one file while the next is written. */
  async #importHistory(folder: string): Promise<void> {
    await mkdir(folder);
    const imports: Array<Promise<void>> = [];
    for await (const file of this.#options.writeHistory(folder)) {
      const imported = this.#importFile(file);
      // Heard of below, when all files are written.
      imported.catch(() => undefined);
      imports.push(imported);
    }
    await Promise.all(imports);
    await rm(folder, { recursive: true });
  }

  async #importFile(file: string): Promise<void> {
    await run(
      this.#options.promtool,
      [
        'tsdb',
        'create-blocks-from',
        'openmetrics',
        // One pass over the file for each block, and a block lasts 2 hours times
        // a power of 3: this one holds the month, or two where it ends within.
        '--max-block-duration=1458h',
        '--quiet',
        file,
        join(this.#options.folder, 'data'),
      ],
      { maxBuffer: 16 * 1024 ** 2 },
    );
  }

  async stop(): Promise<void> {
    await this.#server.stop();
  }

  /** Takes over rules that came or changed. */
  async syncRules(): Promise<void> {
    if (!this.#server.isRunning || !(await this.#writeRules())) return;
    await fetch(`${this.#url}/-/reload`, { method: 'POST' });
  }

  async takeDown(): Promise<void> {
    this.#isHeldDown = true;
    await this.#server.stop();
  }

  async bringUp(): Promise<void> {
    if (!this.#isHeldDown) return;
    this.#isHeldDown = false;
    await this.#server.start();
  }

  #config(): string {
    const { exporterAddress, alertmanagerAddress } = this.#options;
    return stringify({
      global: {
        scrape_interval: `${SCRAPE_INTERVAL / SECOND}s`,
        evaluation_interval: `${EVALUATION_INTERVAL / SECOND}s`,
      },
      rule_files: [join(this.#rules, '*.yml')],
      ...(alertmanagerAddress && {
        alerting: {
          alertmanagers: [
            { static_configs: [{ targets: [alertmanagerAddress] }] },
          ],
        },
      }),
      scrape_configs: [
        {
          job_name: 'sandbox',
          // The exporter speaks for many: its labels are the true ones.
          honor_labels: true,
          static_configs: [{ targets: [exporterAddress] }],
        },
      ],
    });
  }

  /** Says whether a file changed. */
  async #writeRules(): Promise<boolean> {
    const wanted = new Map(
      this.#options
        .rules()
        .map(({ cluster, object }) => [
          `${cluster}-${object.metadata.namespace}-${object.metadata.name}.yml`,
          stringify({ groups: object.spec.groups }),
        ]),
    );
    let hasChanged = false;
    for (const [file, content] of wanted) {
      if (this.#synced.get(file) === content) continue;
      hasChanged = true;
      await this.#writeChecked(join(this.#rules, file), content);
    }
    for (const file of await readdir(this.#rules)) {
      if (wanted.has(file)) continue;
      hasChanged = true;
      await rm(join(this.#rules, file));
    }
    this.#synced = wanted;
    return hasChanged;
  }

  /** One environment's broken rules must not keep out the others'. */
  async #writeChecked(path: string, content: string): Promise<void> {
    const draft = `${path}.draft`;
    await writeFile(draft, content);
    try {
      await run(this.#options.promtool, ['check', 'rules', draft]);
      await writeFile(path, await readFile(draft));
    } catch (error) {
      const { stdout = '', stderr = '' } = error as Record<string, string>;
      process.stderr.write(`Prometheus refuses ${path}: ${stdout}${stderr}\n`);
    } finally {
      await rm(draft, { force: true });
    }
  }
}
