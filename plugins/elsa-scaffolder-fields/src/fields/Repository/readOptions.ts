import type { RequestUserCredentials } from './useUserToken';

/** What a template may set for the field, as for Backstage's own picker. */
export interface RepositoryOptions {
  /** Only these servers are offered; all that the portal knows otherwise. */
  allowedHosts?: string[];
  requestUserCredentials?: RequestUserCredentials;
}

/** The field's `ui:options`. */
export function readOptions(uiSchema?: {
  'ui:options'?: unknown;
}): RepositoryOptions {
  return (uiSchema?.['ui:options'] ?? {}) as RepositoryOptions;
}
