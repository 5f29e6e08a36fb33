import { type Api, type ApiAnswer, startGitHosting } from './gitHosting';
import { GitObjects } from './gitObjects';

const NAMESPACE = /^\/namespaces\/([^/]+)$/;
const SEARCH = /^\/groups\/([^/]+)\/projects$/;
const PROJECT = /^\/projects\/([^/]+)$/;
const RAW = /^\/projects\/([^/]+)\/repository\/files\/([^/]+)\/raw$/;

/** Projects have numbers; here each is one by the order of its creation. */
const projects: string[] = [];

const split = (path: string) => {
  const [owner, name] = path.split('/');
  return { owner, name };
};

const OF_PROJECT = /^\/projects\/([^/]+)\/(.+)$/;

interface CommitAction {
  action: 'create' | 'update';
  file_path: string;
  content: string;
  execute_filemode?: boolean;
}

/** What `publish:gitlab:merge-request` uses of a project. */
const ofProject: Api = async ({
  method,
  path,
  query,
  body,
  url,
  repositories,
}) => {
  const [, id = '', rest] = OF_PROJECT.exec(path) ?? [];
  const project = decodeURIComponent(id);
  if (!projects.includes(project)) return undefined;
  const repository = split(project);
  const git = new GitObjects(repositories.path(repository));
  const commitActions = async () => {
    const parent = await repositories.head(repository, String(body.branch));
    const entries = await Promise.all(
      (body.actions as CommitAction[]).map(async action => ({
        path: action.file_path,
        mode: action.execute_filemode ? '100755' : '100644',
        sha: await git.writeBlob(Buffer.from(action.content, 'base64')),
      })),
    );
    const commit = await git.commitTree(
      await git.writeTree(String(parent), entries),
      String(parent),
      String(body.commit_message),
    );
    await git.setBranch(String(body.branch), commit);
    return commit;
  };
  const routes: Record<string, () => Promise<ApiAnswer>> = {
    'GET repository/tree': async () => ({
      status: 200,
      body: await git.list(query.get('ref') ?? 'HEAD'),
    }),
    'POST repository/branches': async () => {
      if (await repositories.head(repository, `refs/heads/${body.branch}`)) {
        return { status: 400, body: { message: 'Branch already exists' } };
      }
      const commit = await repositories.head(repository, String(body.ref));
      await git.setBranch(String(body.branch), String(commit));
      return { status: 201, body: { name: body.branch } };
    },
    'POST repository/commits': async () => ({
      status: 201,
      body: { id: await commitActions() },
    }),
    'POST merge_requests': async () => ({
      status: 201,
      body: { iid: 1, web_url: `${url}/${project}/-/merge_requests/1` },
    }),
  };
  return routes[`${method} ${rest}`]?.();
};

/** As https://docs.gitlab.com/api describes what `publish:gitlab` and the catalog use. */
const api: Api = async request => {
  const { method, path, query, body, url, repositories } = request;
  const namespace = NAMESPACE.exec(path);
  if (namespace && method === 'GET') {
    return { status: 200, body: { id: 7, path: namespace[1], kind: 'group' } };
  }
  if (path === '/user' && method === 'GET') {
    return { status: 200, body: { id: 1, username: 'portal' } };
  }
  if (SEARCH.test(path) && method === 'GET') {
    return { status: 200, body: [] };
  }
  if (path === '/projects' && method === 'POST') {
    const repository = { owner: 'payments', name: String(body.path) };
    if (repositories.exists(repository)) {
      return {
        status: 400,
        body: { message: { path: ['has already been taken'] } },
      };
    }
    await repositories.create(repository);
    const project = `${repository.owner}/${repository.name}`;
    return {
      status: 201,
      body: {
        id: projects.push(project),
        path_with_namespace: project,
        web_url: `${url}/${project}`,
        http_url_to_repo: `${url}/${project}.git`,
        default_branch: 'main',
      },
    };
  }
  const project = PROJECT.exec(path);
  if (project && method === 'GET') {
    const id = projects.indexOf(decodeURIComponent(project[1])) + 1;
    return id > 0
      ? { status: 200, body: { id, default_branch: 'main' } }
      : undefined;
  }
  const raw = RAW.exec(path);
  if (raw && method === 'GET') {
    const known = projects[Number(raw[1]) - 1];
    const text =
      known &&
      (await repositories.read(
        split(known),
        query.get('ref') ?? 'HEAD',
        decodeURIComponent(raw[2]),
      ));
    return text === undefined ? undefined : { status: 200, body: text };
  }
  return ofProject(request);
};

/** Stands in for a GitLab of one's own. */
export const startGitlab = () => startGitHosting('/api/v4', api);
