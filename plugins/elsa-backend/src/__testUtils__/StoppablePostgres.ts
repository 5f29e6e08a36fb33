import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './freePort';

const DEBIAN = '/usr/lib/postgresql';

/** A PostgreSQL of a test's own, which the test stops and starts again. */
export class StoppablePostgres {
  readonly port: number;
  readonly #folder: string;
  readonly #program: string;
  readonly #identity: { uid?: number; gid?: number };
  #child: ChildProcess | undefined;

  private constructor(port: number) {
    this.port = port;
    const [version] = readdirSync(DEBIAN).sort().reverse();
    this.#program = join(DEBIAN, version, 'bin');
    this.#folder = mkdtempSync(join(tmpdir(), 'elsa-stoppable-postgres-'));
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    this.#identity =
      process.getuid?.() === 0 ? { uid: id('-u'), gid: id('-g') } : {};
    if (this.#identity.uid !== undefined && this.#identity.gid !== undefined) {
      chownSync(this.#folder, this.#identity.uid, this.#identity.gid);
    }
    execFileSync(
      join(this.#program, 'initdb'),
      [
        '-D',
        join(this.#folder, 'data'),
        '-U',
        'postgres',
        '-A',
        'trust',
        '--no-sync',
      ],
      { ...this.#identity, cwd: this.#folder, stdio: 'ignore' },
    );
  }

  static async create(): Promise<StoppablePostgres> {
    const server = new StoppablePostgres(await freePort());
    await server.start();
    return server;
  }

  async start(): Promise<void> {
    const child = spawn(
      join(this.#program, 'postgres'),
      [
        ...['-D', join(this.#folder, 'data'), '-k', this.#folder],
        ...['-p', String(this.port), '-h', '127.0.0.1', '-F'],
      ],
      {
        ...this.#identity,
        cwd: this.#folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    this.#child = child;
    await new Promise<void>((resolve, reject) => {
      let log = '';
      child.stderr?.on('data', chunk => {
        log += chunk;
        if (log.includes('ready to accept connections')) resolve();
      });
      child.once('exit', () => reject(new Error(log)));
    });
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child) {
      const ended = new Promise(resolve => {
        child.once('exit', resolve);
      });
      child.kill('SIGINT');
      await ended;
    }
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
