import { createMockDirectory } from '@backstage/backend-test-utils';
import { resolveEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';
import { spawnSync } from 'child_process';
import { parse } from 'yaml';
import { ciFiles } from './ci';

const pipeline = (ci: 'github' | 'gitlab', fields: object = {}) => {
  const spec = resolveEnvironmentSpec({
    metadata: { name: 'payments' },
    owner: 'payments',
    target: { cluster: 'eu', kubernetesVersion: '1.35' },
    exposure: { host: 'elsa.example.com' },
    ...fields,
    delivery: {
      ci,
      ...('delivery' in fields ? (fields.delivery as object) : {}),
    },
  });
  return parse(ciFiles(spec)[0].content);
};

/** Every script of a pipeline by the name of its step or job. */
function scriptsOf(ci: 'github' | 'gitlab', fields?: object) {
  const content = pipeline(ci, fields);
  const scripts: Array<[string, string]> =
    ci === 'github'
      ? content.jobs.validate.steps
          .filter((step: { run?: string }) => step.run)
          .map((step: { name: string; run: string }) => [step.name, step.run])
      : Object.entries<{ script?: string[] }>(content)
          .filter(([, job]) => job.script)
          .map(([name, job]) => [name, (job.script ?? []).join('\n')]);
  return new Map(scripts);
}

const schemasOf = (ci: 'github' | 'gitlab') =>
  [...scriptsOf(ci)].find(([, script]) =>
    script.includes('kubeconform'),
  )?.[1] ?? '';

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
});
