import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Service } from '../service';
import { ChildServer } from './childProcess';

export interface AlertmanagerOptions {
  alertmanager: string;
  folder: string;
  host: string;
  port: number;
}

/** The real Alertmanager, which tells nobody: alerts and silences are what counts here. */
export class Alertmanager implements Service {
  readonly name = 'Alertmanager';
  readonly #options: AlertmanagerOptions;
  readonly #url: string;
  readonly #server: ChildServer;

  constructor(options: AlertmanagerOptions) {
    this.#options = options;
    this.#url = `http://${options.host}:${options.port}`;
    this.#server = new ChildServer(
      options.alertmanager,
      [
        `--config.file=${join(options.folder, 'alertmanager.yml')}`,
        `--storage.path=${join(options.folder, 'data')}`,
        `--web.listen-address=${options.host}:${options.port}`,
        '--cluster.listen-address=',
        '--log.level=error',
      ],
      `${this.#url}/-/ready`,
    );
  }

  async start(): Promise<string> {
    const { folder } = this.#options;
    await mkdir(folder, { recursive: true });
    await writeFile(
      join(folder, 'alertmanager.yml'),
      stringify({
        route: {
          receiver: 'nobody',
          group_by: ['elsa_environment', 'alertname'],
        },
        receivers: [{ name: 'nobody' }],
      }),
    );
    await this.#server.start();
    return this.#url;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }
}
