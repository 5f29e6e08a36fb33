import type { JsonObject } from './types';

/** An API server's answer to a request it will not serve. */
export class StatusError extends Error {
  readonly status: JsonObject;
  readonly code: number;

  constructor(code: number, status: JsonObject) {
    super(String(status.message));
    this.name = 'StatusError';
    this.code = code;
    this.status = status;
  }
}

export function statusError(
  code: number,
  reason: string,
  message: string,
  details?: JsonObject,
): StatusError {
  return new StatusError(code, {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message,
    reason,
    ...(details && { details }),
    code,
  });
}

export function notFound(
  resource: { group: string; plural: string },
  name: string,
): StatusError {
  const qualified = resource.group
    ? `${resource.plural}.${resource.group}`
    : resource.plural;
  return statusError(404, 'NotFound', `${qualified} "${name}" not found`, {
    name,
    ...(resource.group && { group: resource.group }),
    kind: resource.plural,
  });
}

/** For a path that no resource serves. */
export function pathNotFound(): StatusError {
  return statusError(
    404,
    'NotFound',
    'the server could not find the requested resource',
    {},
  );
}
