import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isPortFree } from './freePorts.cjs';
import { childEnvironment, root } from './paths.mjs';
import { UserError } from './messages.mjs';

/** Lines kept of each child to explain a failure. */
const KEPT_LINES = 25;

/** How long we wait for the last words of a child that ended. */
const OUTPUT_MILLISECONDS = 1_000;

/** How long children may take to stop by themselves. */
const STOP_MILLISECONDS = 8_000;

/**
 * Children that start together and end together.
 *
 * Each child leads a process group of its own, so that what it starts ends
 * with it.
 */
export class ProcessGroup {
  #children = [];
  #stopping;
  #failed;
  #fail;

  constructor({ verbose = false } = {}) {
    this.verbose = verbose;
    /** Rejects when a child ends that should not. */
    this.#failed = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#failed.catch(() => {});
  }

  /** Rejects with a UserError as soon as a child fails. */
  get failed() {
    return this.#failed;
  }

  /**
   * @param {string} name
   * @param {string} command
   * @param {string[]} args
   * @param {{cwd?: string, env?: object, onLine?: (line: string) => void}} options
   */
  start(name, command, args, { cwd = root, env = {}, onLine } = {}) {
    const child = spawn(command, args, {
      cwd,
      env: childEnvironment(env),
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const entry = { name, child, lines: [], hasEnded: false };
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', line => {
        if (!line.trim()) return;
        entry.lines.push(line);
        if (entry.lines.length > KEPT_LINES) entry.lines.shift();
        if (this.verbose) process.stdout.write(`[${name}] ${line}\n`);
        onLine?.(line);
      });
    }
    const ended = reason => {
      if (entry.hasEnded) return;
      entry.hasEnded = true;
      this.fail(entry, reason);
    };
    child.on('error', error => ended(error.message));
    const reasonOf = (code, signal) =>
      signal ? `signal ${signal}` : `exit code ${code}`;
    child.on('close', (...how) => ended(reasonOf(...how)));
    // What it started may hold its output open for as long as it likes.
    child.on('exit', (...how) =>
      setTimeout(() => ended(reasonOf(...how)), OUTPUT_MILLISECONDS).unref(),
    );
    this.#children.push(entry);
    return entry;
  }

  /** Ends the group's work because of one child that is no longer of use. */
  fail({ name, lines }, reason) {
    if (this.#stopping) return;
    this.#fail(
      new UserError(
        `The ${name} ended: ${reason}. Its last words:\n    ${lines.join('\n    ')}`,
        'Put right what it says and try again; ELSA_VERBOSE=1 shows all that the processes print.',
      ),
    );
  }

  #signal(entry, signal) {
    if (entry.child.pid === undefined) return;
    try {
      if (process.platform === 'win32') entry.child.kill(signal);
      else process.kill(-entry.child.pid, signal);
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }

  /** Ends every child and what it started; safe to call twice. */
  stop() {
    this.#stopping ??= (async () => {
      for (const entry of this.#children) this.#signal(entry, 'SIGTERM');
      const deadline = Date.now() + STOP_MILLISECONDS;
      while (
        this.#children.some(entry => !entry.hasEnded) &&
        Date.now() < deadline
      ) {
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      // Also after a clean end: a grandchild may still be in the group.
      for (const entry of this.#children) this.#signal(entry, 'SIGKILL');
    })();
    return this.#stopping;
  }
}

/**
 * Fails with a remedy when something listens on one of the ports.
 *
 * @param {Record<string, number>} ports what needs the port, by name
 */
export async function requireFreePorts(ports) {
  const taken = [];
  for (const [name, port] of Object.entries(ports)) {
    if (!(await isPortFree(port))) taken.push(`${port} (${name})`);
  }
  if (taken.length > 0) {
    throw new UserError(
      `In use already: port ${taken.join(', port ')}.`,
      'Is the portal running in another terminal? Stop what uses the port and try again, or choose others with ELSA_APP_PORT, ELSA_PORTAL_PORT and SANDBOX_PORT_BASE.',
    );
  }
}

/**
 * Asks an address until it answers with 2xx.
 *
 * @param {string} url
 * @param {{timeoutSeconds: number, accept?: (response: Response) => Promise<boolean>}} options
 */
export async function waitUntilAnswers(url, { timeoutSeconds, accept }) {
  const deadline = Date.now() + timeoutSeconds * 1000;
  let last = 'nothing listened';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(url, {
        signal: AbortSignal.timeout(20_000),
      });
      if (response.ok && (!accept || (await accept(response)))) return;
      last = `status ${response.status}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await new Promise(resolve => setTimeout(resolve, 300));
  }
  throw new UserError(
    `${url} did not answer within ${timeoutSeconds} s (${last}).`,
    'Set ELSA_VERBOSE=1 to see all that the processes print.',
  );
}
