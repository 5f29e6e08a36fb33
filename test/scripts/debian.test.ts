import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from './lib/project';

describe('installation of Debian packages', () => {
  let project: Project;
  let policyFile: string;
  beforeEach(() => {
    project = new Project();
    policyFile = join(project.root, 'policy-rc.d');
  });
  afterEach(() => project.remove());

  /** An apt-get that starts a service as Debian's packages do. */
  const aptGet = (update: string, install: string) =>
    project.program(
      'apt-get',
      [
        'echo "$@" >> calls',
        'case "$*" in',
        `  *" update") ${update} ;;`,
        `  *) if [ -x ${policyFile} ]; then ${policyFile}; echo "policy $?" >> calls; fi; ${install} ;;`,
        'esac',
      ].join('\n'),
    );

  const install = () => {
    project.write(
      'scripts/install.mjs',
      `import { runMain } from './lib/messages.mjs';
       import { installDebianPackages } from './lib/debian.mjs';
       runMain(async () => installDebianPackages(['prometheus'], {
         program: 'apt-get',
         policyFile: ${JSON.stringify(policyFile)},
       }));`,
    );
    return project.run('install.mjs');
  };
  const calls = () => readFileSync(join(project.root, 'calls'), 'utf8');

  it('should repeat downloads, wait for the lock and start no service', async () => {
    aptGet('exit 0', 'exit 0');
    const { code } = await install();
    expect(code).toBe(0);
    expect(calls()).toMatch(/Acquire::Retries=5 .*DPkg::Lock::Timeout=300/);
    expect(calls()).toContain('install -y --no-install-recommends prometheus');
    expect(calls()).toContain('policy 101');
    expect(existsSync(policyFile)).toBe(false);
  });

  it('should leave a policy of the machine alone', async () => {
    project.write('policy-rc.d', '#!/bin/sh\nexit 104\n', 0o755);
    aptGet('exit 0', 'exit 0');
    await install();
    expect(calls()).toContain('policy 104');
    expect(existsSync(policyFile)).toBe(true);
  });

  it('should go on when a list is out of reach and the package is there', async () => {
    aptGet('exit 100', 'exit 0');
    expect((await install()).code).toBe(0);
  });

  it('should give apt’s last words and a remedy', async () => {
    aptGet('exit 0', 'echo "E: Unable to locate package" >&2; exit 100');
    const { code, output } = await install();
    expect(code).toBe(1);
    expect(output).toContain(
      'Error: apt-get could not install: E: Unable to locate package',
    );
    expect(output).toContain('apt-get install prometheus');
    expect(existsSync(policyFile)).toBe(false);
  });
});
