import type { JsonObject } from '@backstage/types';
import { parseAllDocuments } from 'yaml';
// The servers of the browser tests, which answer the APIs that are used.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import {
  type GitHosting,
  HOSTING_TOKEN,
} from '../../../test/e2e/lib/hosting/gitHosting';
import { startGithub } from '../../../test/e2e/lib/hosting/github';
import { startGitlab } from '../../../test/e2e/lib/hosting/gitlab';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import { startScaffolder } from './__testUtils__/scaffolder';

jest.setTimeout(240_000);

describe.each(['github', 'gitlab'] as const)('publishing to %s', kind => {
  let hosting: GitHosting;
  let scaffolder: Awaited<ReturnType<typeof startScaffolder>>;

  beforeAll(async () => {
    hosting = await (kind === 'github' ? startGithub() : startGitlab());
    // Addresses of repositories are https; this server has no certificate.
    const plainFetch = global.fetch;
    jest
      .spyOn(global, 'fetch')
      .mockImplementation((target, init) =>
        plainFetch(
          typeof target === 'string'
            ? target.replace(`https://${hosting.host}/`, `${hosting.url}/`)
            : target,
          init,
        ),
      );
    scaffolder = await startScaffolder({
      integrations: {
        [kind]: [
          {
            host: hosting.host,
            token: HOSTING_TOKEN,
            ...(kind === 'github'
              ? { apiBaseUrl: `${hosting.url}/api/v3` }
              : {
                  baseUrl: hosting.url,
                  apiBaseUrl: `${hosting.url}/api/v4`,
                }),
          },
        ],
      },
    });
  });
  afterAll(async () => {
    await scaffolder.stop();
    await hosting.close();
    jest.restoreAllMocks();
  });
  beforeEach(() => scaffolder.catalog.addLocation.mockClear());

  const run = (
    name: string,
    repository: string,
    mode: string,
    host = `${name}.example.com`,
  ) => {
    const values: JsonObject = {
      metadata: { name },
      owner: 'group:default/payments',
      preset: 'development',
      target: { cluster: 'production-eu' },
      exposure: { kind: 'gateway', host },
      host: { profile: 'official' },
      repository: {
        kind,
        mode,
        repoUrl: `${hosting.host}?owner=payments&repo=${repository}`,
      },
    };
    return scaffolder.run(values);
  };

  async function read(repository: string, branch: string, file: string) {
    const answer = await fetch(
      `${hosting.url}/raw/payments/${repository}/${branch}/${file}`,
      { headers: { Authorization: `Bearer ${HOSTING_TOKEN}` } },
    );
    return answer.ok ? answer.text() : undefined;
  }

  const namesIn = (catalog: string | undefined) =>
    parseAllDocuments(catalog ?? '').map(
      document => document.toJS().metadata.name,
    );

  it('should leave a repository alone whose name is taken', async () => {
    const first = await run('refunds', 'taken', 'new');
    expect(first.task.status).toBe('completed');
    const before = await read('taken', 'main', 'catalog-info.yaml');
    scaffolder.catalog.addLocation.mockClear();

    const { task, events } = await run('payouts', 'taken', 'new');
    expect(task.status).toBe('failed');
    expect(JSON.stringify(events)).toMatch(
      /already exists|has already been taken/,
    );
    expect(await read('taken', 'main', 'catalog-info.yaml')).toBe(before);
    expect(await read('taken', 'main', '.elsa/payouts.yaml')).toBeUndefined();
    expect(scaffolder.catalog.addLocation).not.toHaveBeenCalled();
  });

  it('should ask to merge an environment that joins a repository', async () => {
    await run('refunds', 'joined', 'new');
    const before = await read('joined', 'main', 'catalog-info.yaml');
    scaffolder.catalog.addLocation.mockClear();

    const { task, events } = await run('payouts', 'joined', 'existing');
    expect({
      status: task.status,
      error: events.at(-1).body.error,
    }).toEqual({ status: 'completed' });
    const request = kind === 'github' ? 'pull/1' : '-/merge_requests/1';
    expect(JSON.stringify(events)).toContain(
      `${hosting.url}/payments/joined/${request}`,
    );
    // Nothing is in the catalog, or on the default branch, before its owners merge it.
    expect(scaffolder.catalog.addLocation).not.toHaveBeenCalled();
    expect(await read('joined', 'main', 'catalog-info.yaml')).toBe(before);
    const branch = encodeURIComponent('elsa/payouts');
    expect(namesIn(await read('joined', branch, 'catalog-info.yaml'))).toEqual(
      expect.arrayContaining(['refunds', 'payouts']),
    );
    for (const file of [
      '.elsa/payouts.yaml',
      'environments/payouts/values.yaml',
      '.elsa/refunds.yaml',
    ]) {
      expect([file, await read('joined', branch, file)]).toEqual([
        file,
        expect.stringContaining('payments'),
      ]);
    }
  });

  it("should leave alone what another team's unmerged branch holds", async () => {
    await run('refunds', 'shared', 'new');
    const first = await run('payouts', 'shared', 'existing');
    expect(first.task.status).toBe('completed');
    const branch = encodeURIComponent('elsa/payouts');
    const readBranch = () => read('shared', branch, '.elsa/payouts.yaml');
    const before = await readBranch();
    expect(before).toContain('payouts.example.com');

    const second = await run('payouts', 'shared', 'existing', 'b.example.com');
    expect(await readBranch()).toBe(before);
    expect(second.task.status).toBe('failed');
    expect(JSON.stringify(second.events)).toMatch(
      /Branch 'elsa\/payouts' of '.*shared\.git' already has commits.*delete the branch with its owners, or choose another name/,
    );
  });
});
