import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';

interface Message {
  type: string;
  value?: unknown;
}

const KEPT_LINES = 30;
/** A backend ends its requests and plugins first. */
const STOP_MILLISECONDS = 20_000;

/** A TypeScript file in a process of its own that talks in messages. */
export class ChildScript extends EventEmitter {
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  #hasEnded = false;

  constructor(
    readonly name: string,
    file: string,
    options: { input?: unknown; nodeArguments?: string[] } = {},
  ) {
    super();
    this.#child = spawn(
      process.execPath,
      [
        ...(options.nodeArguments ?? []),
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        file,
      ],
      {
        env: {
          ...process.env,
          NODE_ENV: 'production',
          LOG_LEVEL: 'warn',
          ELSA_BENCH: JSON.stringify(options.input ?? {}),
        },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    const keep = (chunk: Buffer) => {
      this.#lines.push(...String(chunk).split('\n').filter(Boolean));
      this.#lines.splice(0, this.#lines.length - KEPT_LINES);
    };
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    this.#child.on('message', (message: Message) =>
      this.emit(message.type, message.value),
    );
    this.#child.once('exit', code => {
      this.#hasEnded = true;
      this.emit('ended', code);
    });
  }

  /** The next message of a type. */
  async next<T>(type: string, timeoutSeconds: number): Promise<T> {
    const ended = new AbortController();
    const onEnded = () => ended.abort();
    this.once('ended', onEnded);
    try {
      if (this.#hasEnded) onEnded();
      const [value] = await once(this, type, {
        signal: AbortSignal.any([
          ended.signal,
          AbortSignal.timeout(timeoutSeconds * 1000),
        ]),
      });
      return value as T;
    } catch {
      const reason = ended.signal.aborted
        ? 'ended'
        : `said nothing for ${timeoutSeconds} s`;
      throw new Error(
        `${this.name} ${reason} before '${type}':\n${this.#lines.join('\n')}`,
      );
    } finally {
      this.off('ended', onEnded);
    }
  }

  /** Sends a message and waits for the answer. */
  async ask<T>(
    type: string,
    question: object,
    timeoutSeconds = 30,
  ): Promise<T> {
    const answer = this.next<T>(type, timeoutSeconds);
    this.#child.send(question);
    return answer;
  }

  async stop(): Promise<void> {
    if (this.#hasEnded) {
      return;
    }
    const ended = once(this, 'ended');
    this.#child.kill('SIGTERM');
    const timer = setTimeout(
      () => this.#child.kill('SIGKILL'),
      STOP_MILLISECONDS,
    );
    await ended;
    clearTimeout(timer);
  }
}
