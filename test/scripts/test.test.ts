import { Project } from './lib/project';

describe('npm test', () => {
  let project: Project;
  beforeEach(() => {
    project = new Project();
    project.install();
  });
  afterEach(() => project.remove());

  /** A check whose program ends as told. */
  const check = (
    packageName: string,
    command: string,
    code: number,
    word = '',
  ) => {
    project.write(
      `node_modules/${packageName}/package.json`,
      JSON.stringify({ name: packageName, bin: { [command]: 'main.js' } }),
    );
    project.write(
      `node_modules/${packageName}/main.js`,
      `console.log(${JSON.stringify(word)}); process.exit(${code});`,
    );
  };

  it('should list the suites', async () => {
    const { code, output } = await project.run('test.mjs', ['--list']);
    expect(code).toBe(0);
    const names = output
      .trim()
      .split('\n')
      .map(line => line.split(' ')[0]);
    expect(names).toEqual([
      'format',
      'types',
      'lint',
      'scripts',
      'unit',
      'pack',
      'conformance',
      'packages',
      'start',
      'build',
      'e2e',
      'cluster',
    ]);
  });

  it.each([
    [['--only', 'units'], 'There is no suite "units".'],
    [['--only=format,nothing'], 'There is no suite "nothing".'],
    [['--only'], 'There is no suite "".'],
  ])('should name the suites when one is unknown (%j)', async (args, text) => {
    const { code, output } = await project.run('test.mjs', args);
    expect(code).toBe(1);
    expect(output).toContain(text);
    expect(output).toContain(
      '--only takes: format, types, lint, scripts, unit',
    );
  });

  it('should pass with a table and the sum as its last line', async () => {
    check('prettier', 'prettier', 0);
    const { code, output } = await project.run('test.mjs', ['--only=format']);
    expect(code).toBe(0);
    expect(output).toMatch(/^suite +passed +failed +skipped +seconds$/m);
    expect(output).toMatch(/^format +1 +0 +0 +\d+ +ok$/m);
    expect(output.trim().split('\n').at(-1)).toBe(
      '1 passed, 0 failed, 0 skipped',
    );
  });

  it('should fail when one check of several fails, and run the others', async () => {
    check('prettier', 'prettier', 1, 'README.md is not formatted');
    check('typescript', 'tsc', 0);
    check('@backstage/repo-tools', 'backstage-repo-tools', 0);
    check('@backstage/cli', 'backstage-cli', 0);
    check('eslint', 'eslint', 0);
    check('knip', 'knip', 0);
    check('dependency-cruiser', 'depcruise', 0);
    const { code, output } = await project.run('test.mjs', [
      '--only',
      'format,types,lint',
    ]);
    expect(code).toBe(1);
    expect(output).toContain('README.md is not formatted');
    expect(output).toMatch(/^format +0 +1 +0 +\d+ +FAILED$/m);
    expect(output).toMatch(/^types +2 +0 +0 +\d+ +ok$/m);
    expect(output.trim().split('\n').at(-1)).toBe(
      '7 passed, 1 failed, 0 skipped',
    );
  });

  it('should fail with CI set where a program is missing, and skip without', async () => {
    const env = {
      CHROMIUM: '/nowhere/chromium',
      HELM4: '/bin/sh',
      PROMETHEUS: '/bin/sh',
      PROMTOOL: '/bin/sh',
      ALERTMANAGER: '/bin/sh',
    };
    const args = ['--only', 'e2e'];
    const there = await project.run('test.mjs', args, { env });
    expect(there.output).toContain(
      'e2e: CHROMIUM is set to /nowhere/chromium, which is not there.',
    );
    expect(there.output).toMatch(/^e2e +0 +0 +1 +\d+ +ok$/m);
    expect(there.code).toBe(0);
    const ci = await project.run('test.mjs', args, {
      env: { ...env, CI: 'true' },
    });
    expect(ci.output).toMatch(/^e2e +0 +1 +1 +\d+ +FAILED$/m);
    expect(ci.code).toBe(1);
  });
});
