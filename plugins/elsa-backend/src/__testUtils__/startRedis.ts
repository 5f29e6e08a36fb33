import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from './freePort';

export interface RunningRedis {
  url: string;
  /** What it answers to a command without arguments that hold spaces. */
  ask(command: string): Promise<string>;
  /** Leaves its connections open and answers nothing. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

/**
 * Where `redis-server` or `valkey-server` is. A build server that has none
 * fails: a suite that skips half of what it promises would go unnoticed.
 */
export function availableRedis(): string | undefined {
  const found =
    process.env.REDIS ??
    (process.env.PATH ?? '')
      .split(delimiter)
      .flatMap(folder =>
        ['redis-server', 'valkey-server'].map(name => join(folder, name)),
      )
      .find(path => existsSync(path));
  if (found === undefined && process.env.CI) {
    throw new Error(
      'Install redis-server (on Debian: apt-get install redis-server), or set REDIS to its path',
    );
  }
  return found;
}

/** A server that keeps nothing on disk, on a port of its own. */
export async function startRedis(program: string): Promise<RunningRedis> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'elsa-redis-'));
  const child = spawn(
    program,
    [
      ...['--port', `${port}`, '--bind', '127.0.0.1'],
      ...['--save', '', '--appendonly', 'no', '--dir', folder],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await isReady(child);
  return {
    url: `redis://127.0.0.1:${port}`,
    ask: command => ask(port, command),
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise(resolve => {
          child.once('exit', resolve);
        });
        child.kill('SIGKILL');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function isReady(child: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', chunk => {
      log += chunk;
      if (/Ready to accept connections/.test(log)) {
        resolve();
      }
    });
    child.stderr?.on('data', chunk => {
      log += chunk;
    });
    child.once('error', reject);
    child.once('exit', code =>
      reject(new Error(`Redis ended with ${code}:\n${log}`)),
    );
  });
}

/** Speaks Redis' inline protocol, so that no client stands between. */
async function ask(port: number, command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () =>
      socket.end(`${command}\r\nQUIT\r\n`),
    );
    socket.on('data', chunk => {
      answer += chunk;
    });
    socket.once('end', () => resolve(answer));
    socket.once('error', reject);
  });
}
