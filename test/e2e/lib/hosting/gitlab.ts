import { type Api, startGitHosting } from './gitHosting';

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

/** As https://docs.gitlab.com/api describes what `publish:gitlab` and the catalog use. */
const api: Api = async ({ method, path, query, body, url, repositories }) => {
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
    return id > 0 ? { status: 200, body: { id } } : undefined;
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
  return undefined;
};

/** Stands in for a GitLab of one's own. */
export const startGitlab = () => startGitHosting('/api/v4', api);
