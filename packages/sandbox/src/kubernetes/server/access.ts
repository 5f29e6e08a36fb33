import type { IncomingMessage } from 'node:http';
import { statusError } from '../errors';
import type { ResourceRequest } from './request';
import type { JsonObject } from '../types';

/** As whom the portal's development token acts. */
const PORTAL_USER = 'system:serviceaccount:backstage:elsa-portal';

const READ_VERBS = ['get', 'list', 'watch'];

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

/** What the token may do: read everything, change nothing. */
export function reviewAccess(review: JsonObject, isForbidden: boolean) {
  const spec = (review.spec ?? {}) as {
    resourceAttributes?: { verb?: string };
    nonResourceAttributes?: { verb?: string };
  };
  const verb =
    spec.resourceAttributes?.verb ?? spec.nonResourceAttributes?.verb ?? '';
  const isAllowed = !isForbidden && READ_VERBS.includes(verb);
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { creationTimestamp: null },
    spec: review.spec,
    status: isAllowed
      ? {
          allowed: true,
          reason:
            'RBAC: allowed by ClusterRoleBinding "elsa-portal" of ClusterRole "view" to ServiceAccount "elsa-portal/backstage"',
        }
      : { allowed: false },
  };
}
