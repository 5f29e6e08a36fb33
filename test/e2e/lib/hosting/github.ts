import { type Api, type ApiAnswer, startGitHosting } from './gitHosting';
import { GitObjects, type TreeEntry } from './gitObjects';

const OWN = /^\/users\/([^/]+)$/;
const CREATE = /^\/orgs\/([^/]+)\/repos$/;
const PROTECT = /^\/repos\/[^/]+\/[^/]+\/branches\/[^/]+\/protection$/;
const CONTENTS = /^\/repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/;

const REPOSITORY = /^\/repos\/([^/]+)\/([^/]+)(?:\/(.+))?$/;

const BRANCH = /^git\/refs\/heads\/(.+)$/;

/** What `publish:github:pull-request` uses of a repository. */
const ofRepository: Api = async ({
  method,
  path,
  query,
  body,
  url,
  repositories,
}) => {
  const [, owner, name, rest = ''] = REPOSITORY.exec(path) ?? [];
  if (!name || !repositories.exists({ owner, name })) return undefined;
  const git = new GitObjects(repositories.path({ owner, name }));
  const routes: Record<string, () => Promise<ApiAnswer>> = {
    'GET ': async () => ({
      status: 200,
      body: {
        name,
        default_branch: 'main',
        permissions: { admin: false, push: true, pull: true },
      },
    }),
    'GET commits': async () => {
      const sha = await repositories.head(
        { owner, name },
        query.get('sha') ?? 'HEAD',
      );
      const tree = sha && (await git.treeOf(sha));
      return { status: 200, body: [{ sha, commit: { tree: { sha: tree } } }] };
    },
    'POST git/blobs': async () => ({
      status: 201,
      body: {
        sha: await git.writeBlob(
          Buffer.from(
            String(body.content),
            body.encoding === 'base64' ? 'base64' : 'utf8',
          ),
        ),
      },
    }),
    'POST git/trees': async () => ({
      status: 201,
      body: {
        sha: await git.writeTree(
          String(body.base_tree),
          body.tree as TreeEntry[],
        ),
      },
    }),
    'POST git/commits': async () => ({
      status: 201,
      body: {
        sha: await git.commitTree(
          String(body.tree),
          (body.parents as string[])[0],
          String(body.message),
        ),
      },
    }),
    'POST git/refs': async () => {
      const branch = String(body.ref).replace('refs/heads/', '');
      if (await repositories.head({ owner, name }, `refs/heads/${branch}`)) {
        return { status: 422, body: { message: 'Reference already exists' } };
      }
      await git.setBranch(branch, String(body.sha));
      return { status: 201, body: {} };
    },
    'POST pulls': async () => ({
      status: 201,
      body: {
        number: 1,
        html_url: `${url}/${owner}/${name}/pull/1`,
        base: { ref: body.base },
      },
    }),
  };
  const branch = BRANCH.exec(decodeURIComponent(rest))?.[1];
  if (method === 'PATCH' && branch) {
    await git.setBranch(branch, String(body.sha));
    return { status: 200, body: {} };
  }
  return routes[`${method} ${rest}`]?.();
};

/** Whether a branch is there; none has a pull request. */
const findBranch: Api = async ({ body, repositories }) => {
  const { owner, repo, head } = body.variables as Record<string, string>;
  const commit = await repositories.head(
    { owner, name: repo },
    `refs/heads/${head}`,
  );
  const ref = commit ? { associatedPullRequests: { edges: [] } } : null;
  return { status: 200, body: { data: { repository: { ref } } } };
};

/** As https://docs.github.com/en/rest describes what `publish:github` and the catalog use. */
const api: Api = async request => {
  const { method, path, query, body, url, repositories } = request;
  if (path === '/api/graphql') {
    return findBranch(request);
  }
  const user = OWN.exec(path);
  if (user && method === 'GET') {
    return { status: 200, body: { login: user[1], type: 'Organization' } };
  }
  const create = CREATE.exec(path);
  if (create && method === 'POST') {
    const repository = { owner: create[1], name: String(body.name) };
    if (repositories.exists(repository)) {
      return {
        status: 422,
        body: {
          message: 'Repository creation failed.',
          errors: [
            {
              resource: 'Repository',
              code: 'custom',
              field: 'name',
              message: 'name already exists on this account',
            },
          ],
        },
      };
    }
    await repositories.create(repository);
    const page = `${url}/${repository.owner}/${repository.name}`;
    return {
      status: 201,
      body: {
        name: repository.name,
        private: body.private,
        html_url: page,
        clone_url: `${page}.git`,
      },
    };
  }
  if (PROTECT.test(path) && method === 'PUT') {
    return { status: 200, body: {} };
  }
  const contents = CONTENTS.exec(path);
  if (contents && method === 'GET') {
    const [, owner, name, file] = contents;
    const text = await repositories.read(
      { owner, name },
      query.get('ref') ?? 'HEAD',
      decodeURIComponent(file),
    );
    return text === undefined ? undefined : { status: 200, body: text };
  }
  return ofRepository(request);
};

/** Stands in for GitHub, as an Enterprise server with a host of its own. */
export const startGithub = () => startGitHosting('/api/v3', api);
