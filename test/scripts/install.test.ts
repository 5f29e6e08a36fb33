import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from './lib/project';

/** Any package, so that something has to be installed. */
const ONE_PACKAGE = { 'node_modules/one': { version: '1.0.0' } };

describe('installation before every command', () => {
  let project: Project;
  beforeEach(() => {
    project = new Project();
    project.lock(ONE_PACKAGE);
  });
  afterEach(() => project.remove());

  const test = (options?: Parameters<Project['run']>[2]) =>
    project.run('test.mjs', ['--only', 'format'], options);

  /** Each line is what npm does at one call; the last one is repeated. */
  const npm = (...answers: string[]) => {
    project.write('answers', `${answers.join('\n')}\n`);
    project.program(
      'npm',
      [
        'echo "$@" >> calls',
        'count=$(wc -l < calls)',
        'answer=$(sed -n "${count}p" answers)',
        'echo "npm error ${answer:-$(tail -1 answers)}" >&2',
        'exit 1',
      ].join('\n'),
    );
  };
  const calls = () =>
    readFileSync(join(project.root, 'calls'), 'utf8').trim().split('\n');

  it.each(['start.mjs', 'test.mjs', 'build.mjs', 'sandbox.mjs'])(
    'should refuse a Node that is too old (%s)',
    async script => {
      project.write(
        'old.cjs',
        'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.14.0" } });',
      );
      const { code, output } = await project.run(script, [], {
        nodeOptions: ['--require', join(project.root, 'old.cjs')],
      });
      expect(code).toBe(1);
      expect(output.trim()).toBe(
        'Error: Node 18.14.0 is too old.\n  Install Node 20 or newer (nodejs.org) and try again.',
      );
    },
  );

  it('should only import what a Node that is too old has', () => {
    // A missing named export would be a syntax error, before anything is said.
    const text = readFileSync(
      join(project.root, 'scripts', 'lib', 'requirements.mjs'),
      'utf8',
    );
    expect(text).not.toMatch(/import \{[^}]*\} from 'node:fs\/promises'/);
  });

  it('should say how much room is missing on a full disk', async () => {
    project.write(
      'full.cjs',
      [
        "const { promises } = require('node:fs');",
        'promises.statfs = async () => ({ bavail: 262144, bsize: 4096 });',
        "require('node:module').syncBuiltinESMExports();",
      ].join('\n'),
    );
    npm('must not be called');
    const { code, output } = await test({
      nodeOptions: ['--require', join(project.root, 'full.cjs')],
    });
    expect(code).toBe(1);
    expect(output).toMatch(/Only 1\.0 GB are free on the disk of /);
    expect(output).toContain('Installing needs 4 GB: free some space');
    expect(existsSync(join(project.root, 'calls'))).toBe(false);
  });

  it('should try again when the network fails, and then say what to check', async () => {
    npm('code ECONNRESET', 'code ETIMEDOUT', 'code EAI_AGAIN');
    const { code, output } = await test();
    expect(code).toBe(1);
    expect(calls()).toHaveLength(3);
    expect(calls()[0]).toMatch(/^ci --ignore-scripts /);
    expect(output).toContain(
      'The network failed, trying again (2 of 3): npm error code ECONNRESET',
    );
    expect(output).toMatch(
      /Error: npm failed with exit code 1\.\n {2}npm error code EAI_AGAIN\n {2}The package registry was not reached: check the network/,
    );
  });

  it('should not try again what does not get better', async () => {
    npm('code ENOSPC');
    const { code, output } = await test();
    expect(code).toBe(1);
    expect(calls()).toHaveLength(1);
    expect(output).toContain('The disk is full: free 4 GB and try again.');
  });

  it('should say that npm is missing', async () => {
    const { code, output } = await test({ env: { PATH: project.bin } });
    expect(code).toBe(1);
    expect(output).toContain('npm could not be started');
    expect(output).toContain('Install npm, which comes with Node');
  });

  it('should say that the packages bring no Node for this platform', async () => {
    project.program('npm', 'exit 0');
    const { code, output } = await test();
    expect(code).toBe(1);
    expect(output).toContain('The packages bring no Node 24 for');
  });

  it('should not install what is installed', async () => {
    npm('must not be called');
    project.lock({});
    project.install();
    const { output } = await test();
    expect(output).not.toContain('Installing');
    expect(existsSync(join(project.root, 'calls'))).toBe(false);
  });
});
