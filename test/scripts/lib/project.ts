import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const repository = join(__dirname, '..', '..', '..');

export interface Ended {
  code: number | null;
  output: string;
}

/** A command that runs, with what it has printed so far. */
export class Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  output = '';

  constructor(child: ChildProcess) {
    this.child = child;
    const keep = (chunk: Buffer) => {
      this.output += String(chunk);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.ended = new Promise(resolve =>
      child.once('close', code => resolve({ code, output: this.output })),
    );
  }

  async prints(text: string): Promise<void> {
    const deadline = Date.now() + 30_000;
    while (!this.output.includes(text)) {
      if (Date.now() > deadline || this.child.exitCode !== null) {
        throw new Error(`It did not print "${text}":\n${this.output}`);
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

/**
 * A project with our scripts and nothing installed but what a test puts
 * there, so that commands can fail in every way without harm.
 */
export class Project {
  readonly root = mkdtempSync(join(tmpdir(), 'elsa-portal-scripts-'));
  readonly bin = join(this.root, 'path');

  constructor() {
    for (const folder of ['scripts', join('test', 'packages')]) {
      cpSync(join(repository, folder), join(this.root, folder), {
        recursive: true,
      });
    }
    this.write('package.json', '{ "name": "project" }');
    this.lock({});
    // No test may install anything on the machine it runs on.
    this.program('apt-get', 'echo "apt-get must not be called" >&2; exit 100');
  }

  write(path: string, content: string, mode = 0o644): void {
    const target = join(this.root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
    chmodSync(target, mode);
  }

  /** Lock file of the project; `{}` needs nothing to be installed. */
  lock(packages: Record<string, object>): void {
    this.write('package-lock.json', JSON.stringify({ packages }));
  }

  /** What npm would have left behind, with the pinned Node. */
  install(): void {
    this.write('node_modules/.package-lock.json', '{ "packages": {} }');
    mkdirSync(join(this.root, 'node_modules', '.bin'), { recursive: true });
    symlinkSync(
      process.execPath,
      join(this.root, 'node_modules', '.bin', 'node'),
    );
  }

  /** Puts a program first on the PATH. */
  program(name: string, script: string): string {
    this.write(join('path', name), `#!/bin/sh\n${script}\n`, 0o755);
    return join(this.bin, name);
  }

  start(
    script: string,
    args: string[] = [],
    { env = {}, nodeOptions = [] as string[] } = {},
  ): Running {
    return new Running(
      spawn(
        process.execPath,
        [...nodeOptions, join(this.root, 'scripts', script), ...args],
        {
          cwd: this.root,
          stdio: ['ignore', 'pipe', 'pipe'],
          env: {
            PATH: `${this.bin}:${process.env.PATH}`,
            HOME: this.root,
            ELSA_INSTALL_PAUSE_MILLISECONDS: '1',
            ...env,
          },
        },
      ),
    );
  }

  run(...args: Parameters<Project['start']>): Promise<Ended> {
    return this.start(...args).ended;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
