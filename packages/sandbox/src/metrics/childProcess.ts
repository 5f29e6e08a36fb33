import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';

const STOP_MILLISECONDS = 5_000;
const POLL_MILLISECONDS = 100;

/** A program that serves HTTP and ends with us. */
export class ChildServer {
  readonly #command: string;
  readonly #args: string[];
  readonly #readyUrl: string;
  #child?: ChildProcess;
  #errors = '';

  constructor(command: string, args: string[], readyUrl: string) {
    this.#command = command;
    this.#args = args;
    this.#readyUrl = readyUrl;
  }

  get isRunning(): boolean {
    return this.#child !== undefined && this.#child.exitCode === null;
  }

  /** Starts it and waits until it answers. */
  async start(timeoutMilliseconds = 60_000): Promise<void> {
    if (this.isRunning) return;
    this.#errors = '';
    const child = spawn(this.#command, this.#args, {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.on('data', chunk => {
      this.#errors = `${this.#errors}${chunk}`.slice(-2_000);
    });
    child.on('error', error => {
      this.#errors += error.message;
    });
    this.#child = child;
    const deadline = Date.now() + timeoutMilliseconds;
    while (Date.now() < deadline && this.isRunning) {
      const answer = await fetch(this.#readyUrl).catch(() => undefined);
      if (answer?.ok) return;
      await delay(POLL_MILLISECONDS);
    }
    await this.stop();
    throw new Error(`${this.#command} did not get ready: ${this.#errors}`);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MILLISECONDS);
    await ended;
    clearTimeout(timer);
    this.#child = undefined;
  }
}
