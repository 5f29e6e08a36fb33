import { createMockDirectory } from '@backstage/backend-test-utils';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import { spawnSync } from 'child_process';
import { promises as fs } from 'fs';
import path from 'path';
import { parse } from 'yaml';
import {
  name as packageName,
  version as packageVersion,
} from '../../package.json';
import { generateIntoDirectory } from '../shell/generateIntoDirectory';
import { toYaml } from '../files/yaml';
import { ciFiles } from './ci';

const pipeline = (ci: 'github' | 'gitlab', fields: object = {}) => {
  const spec = resolveEnvironment({
    metadata: { name: 'payments' },
    owner: 'payments',
    target: { cluster: 'eu', kubernetesVersion: '1.35' },
    exposure: { host: 'elsa.example.com' },
    ...fields,
    delivery: {
      ci,
      ...('delivery' in fields ? (fields.delivery as object) : {}),
    },
  }).spec;
  return parse(ciFiles(spec)[0].content);
};

/** Every script of a pipeline by the name of its step or job. */
function scriptsOf(ci: 'github' | 'gitlab', fields?: object) {
  const content = pipeline(ci, fields);
  const scripts: Array<[string, string]> =
    ci === 'github'
      ? Object.values<{ steps: Array<{ name?: string; run?: string }> }>(
          content.jobs,
        )
          .flatMap(job => job.steps)
          .filter(step => step.run)
          .map(step => [step.name ?? '', step.run ?? ''])
      : Object.entries<{ script?: string[] }>(content)
          .filter(([, job]) => job.script)
          .map(([name, job]) => [name, (job.script ?? []).join('\n')]);
  return new Map(scripts);
}

const schemasOf = (ci: 'github' | 'gitlab') =>
  [...scriptsOf(ci)].find(([, script]) =>
    script.includes('kubeconform'),
  )?.[1] ?? '';

// The command is compiled with each start.
jest.setTimeout(120_000);

describe('ciFiles', () => {
  const directory = createMockDirectory();

  it.each(
    (['github', 'gitlab'] as const).flatMap(ci =>
      (['helm', 'kustomize'] as const).map(packaging => ({ ci, packaging })),
    ),
  )(
    'should hold scripts that a shell understands, for $ci with $packaging',
    ({ ci, packaging }) => {
      for (const [, script] of scriptsOf(ci, { delivery: { packaging } })) {
        const { stderr } = spawnSync('bash', ['-n'], {
          input: script,
          encoding: 'utf8',
        });
        expect(stderr).toBe('');
      }
    },
  );

  it.each(['github', 'gitlab'] as const)(
    'should check the objects by a tool and schemas that cannot be moved, on %s',
    ci => {
      const text = JSON.stringify(pipeline(ci));
      expect(text).toMatch(/kubeconform:v[0-9.]+-alpine@sha256:[0-9a-f]{64}/);
      expect(schemasOf(ci)).toMatch(/kubernetes-json-schema\/[0-9a-f]{40}\//);
      expect(schemasOf(ci)).toContain('-kubernetes-version 1.35.0');
      expect(text).not.toMatch(/secrets\./);
    },
  );

  it.each([
    ['valid objects', 'Valid: 12, Invalid: 0, Errors: 0, Skipped: 3', 0, 0],
    ['an invalid object', 'Valid: 11, Invalid: 1, Errors: 0, Skipped: 3', 1, 1],
    [
      'schemas that were not found',
      'Valid: 0, Invalid: 0, Errors: 0, Skipped: 15',
      0,
      1,
    ],
  ])('should end as it has to with %s', (_, summary, toolStatus, status) => {
    directory.setContent({});
    const result = spawnSync('bash', ['-s'], {
      cwd: directory.path,
      encoding: 'utf8',
      input: `docker() { echo 'Summary: 15 resources found - ${summary}'; return ${toolStatus}; }\n${schemasOf('github')}\n`,
    });
    expect(result.stdout).toContain(summary);
    expect(result.status).toBe(status);
  });

  describe.each(['github', 'gitlab'] as const)('the specs on %s', ci => {
    const spec = (fields: object) =>
      toYaml({
        metadata: { name: 'payments' },
        owner: 'group:default/payments',
        target: { cluster: 'eu' },
        exposure: { host: 'elsa.example.com' },
        delivery: { ci },
        ...fields,
      });

    /** Runs what the pipeline runs, with this project's own elsa-manifests. */
    function runPipeline() {
      const [, script] =
        [...scriptsOf(ci)].find(([, text]) => text.includes('npx')) ?? [];
      const cli = path.resolve(__dirname, '../../bin/elsa-manifests');
      return spawnSync('bash', ['-s'], {
        cwd: directory.resolve('repository'),
        encoding: 'utf8',
        env: { PATH: `${directory.resolve('bin')}:${process.env.PATH}`, cli },
        // The last argument is the script for the shell of the image.
        input: `docker() { sh -euc "\${!#}"; }\n${script}\n`,
      });
    }

    beforeEach(async () => {
      directory.setContent({ bin: {}, repository: {} });
      await fs.writeFile(
        directory.resolve('bin/npx'),
        `#!/bin/sh\n[ "$1 $2 $3 $4" = "--yes --package ${packageName}@${packageVersion} elsa-manifests" ] || exit 9\nshift 4\nexec ${process.execPath} "$cli" "$@"\n`,
        { mode: 0o755 },
      );
      await generateIntoDirectory(parse(spec({ preset: 'staging' })), {
        directory: directory.resolve('repository'),
      });
    });

    it('should pass as they were generated', () => {
      const { status, stdout, stderr } = runPipeline();
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toBe('payments: valid\n');
    });

    it('should be refused where an edit by hand would leave the data behind', async () => {
      await fs.writeFile(
        directory.resolve('repository/.elsa/payments.yaml'),
        spec({ preset: 'staging', database: { provider: 'mysql' } }),
      );
      const { status, stderr } = runPipeline();
      expect(status).toBe(1);
      expect(stderr).toContain('database.provider = "mysql"');
      expect(stderr).toContain('postgresql');
      expect(stderr).toContain('docs/runbook.md');
    });

    it('should be refused where one of several is not valid', async () => {
      await fs.writeFile(
        directory.resolve('repository/.elsa/another.yaml'),
        spec({ metadata: { name: 'another' }, presett: 'staging' }),
      );
      const { status, stdout, stderr } = runPipeline();
      expect(status).toBe(1);
      expect(stderr).toContain('presett');
      // The others are looked at nevertheless.
      expect(`${stdout}${stderr}`).toContain('payments');
    });
  });
});
