import type { IncomingMessage } from 'node:http';
import { statusError } from '../errors';
import type { ResourceRequest } from './request';

/** As whom the portal's development token acts. */
const PORTAL_USER = 'system:serviceaccount:backstage:elsa-portal';

/**
 * Bearer tokens, and basic authentication with the token as its password:
 * kubectl sends no bearer token over plain HTTP.
 */
export function requireToken(request: IncomingMessage, token: string): void {
  const [scheme, credentials = ''] = (
    request.headers.authorization ?? ''
  ).split(' ');
  const presented =
    scheme.toLocaleLowerCase('en-US') === 'basic'
      ? Buffer.from(credentials, 'base64').toString().split(':')[1]
      : credentials;
  if (presented !== token) {
    throw statusError(401, 'Unauthorized', 'Unauthorized');
  }
}

export function forbidden(verb: string, request: ResourceRequest): Error {
  const { resource, namespace, name } = request;
  const subject = resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
  const scope = namespace
    ? ` in the namespace "${namespace}"`
    : ' at the cluster scope';
  return statusError(
    403,
    'Forbidden',
    `${subject}${
      name ? ` "${name}"` : ''
    } is forbidden: User "${PORTAL_USER}" cannot ${verb} resource "${
      resource.plural
    }" in API group "${resource.group}"${scope}`,
    {
      ...(name && { name }),
      ...(resource.group && { group: resource.group }),
      kind: resource.plural,
    },
  );
}

const VERB_OF_METHOD: Record<string, string> = {
  POST: 'create',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

export function verbOf(
  method: string,
  request: ResourceRequest,
  query: URLSearchParams,
): string {
  if (method !== 'GET') return VERB_OF_METHOD[method] ?? method;
  if (query.get('watch') === 'true' || query.get('watch') === '1') {
    return 'watch';
  }
  return request.name ? 'get' : 'list';
}
