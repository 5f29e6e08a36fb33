import { type Api, startGitHosting } from './gitHosting';

const OWN = /^\/users\/([^/]+)$/;
const CREATE = /^\/orgs\/([^/]+)\/repos$/;
const PROTECT = /^\/repos\/[^/]+\/[^/]+\/branches\/[^/]+\/protection$/;
const CONTENTS = /^\/repos\/([^/]+)\/([^/]+)\/contents\/(.+)$/;

/** As https://docs.github.com/en/rest describes what `publish:github` and the catalog use. */
const api: Api = async ({ method, path, query, body, url, repositories }) => {
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
  return undefined;
};

/** Stands in for GitHub, as an Enterprise server with a host of its own. */
export const startGithub = () => startGitHosting('/api/v3', api);
